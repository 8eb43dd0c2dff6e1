//! Knows how [SVG](https://html.spec.whatwg.org/multipage/parsing.html#adjust-svg-attributes) and MathML write the names
//! that a tokenizer makes lower case.

/// The name of an SVG element that is not all lower case.
pub(super) fn svg_element(lower: &str) -> Option<&'static str> {
    find(&ELEMENTS, lower)
}

/// The name of an SVG attribute that is not all lower case.
pub(super) fn svg_attribute(lower: &str) -> Option<&'static str> {
    find(&ATTRIBUTES, lower)
}

/// The name of a MathML attribute that is not all lower case.
pub(super) fn mathml_attribute(lower: &str) -> Option<&'static str> {
    (lower == "definitionurl").then_some("definitionURL")
}

fn find(names: &[&'static str], lower: &str) -> Option<&'static str> {
    let order = |name: &&'static str| name.bytes().map(|byte| byte.to_ascii_lowercase()).cmp(lower.bytes());
    names.binary_search_by(order).ok().and_then(|at| names.get(at)).copied()
}

/// Names of elements, sorted as if in lower case.
#[rustfmt::skip]
static ELEMENTS: [&str; 37] = [
    "altGlyph", "altGlyphDef", "altGlyphItem", "animateColor", "animateMotion", "animateTransform", "clipPath", "feBlend",
    "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap",
    "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feImage",
    "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile",
    "feTurbulence", "foreignObject", "glyphRef", "linearGradient", "radialGradient", "textPath",
];

/// Names of attributes, sorted as if in lower case.
#[rustfmt::skip]
static ATTRIBUTES: [&str; 58] = [
    "attributeName", "attributeType", "baseFrequency", "baseProfile", "calcMode", "clipPathUnits", "diffuseConstant",
    "edgeMode", "filterUnits", "glyphRef", "gradientTransform", "gradientUnits", "kernelMatrix", "kernelUnitLength",
    "keyPoints", "keySplines", "keyTimes", "lengthAdjust", "limitingConeAngle", "markerHeight", "markerUnits", "markerWidth",
    "maskContentUnits", "maskUnits", "numOctaves", "pathLength", "patternContentUnits", "patternTransform", "patternUnits",
    "pointsAtX", "pointsAtY", "pointsAtZ", "preserveAlpha", "preserveAspectRatio", "primitiveUnits", "refX", "refY",
    "repeatCount", "repeatDur", "requiredExtensions", "requiredFeatures", "specularConstant", "specularExponent",
    "spreadMethod", "startOffset", "stdDeviation", "stitchTiles", "surfaceScale", "systemLanguage", "tableValues", "targetX",
    "targetY", "textLength", "viewBox", "viewTarget", "xChannelSelector", "yChannelSelector", "zoomAndPan",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found() {
        for name in ELEMENTS {
            assert_eq!(svg_element(&name.to_ascii_lowercase()), Some(name));
        }
        for name in ATTRIBUTES {
            assert_eq!(svg_attribute(&name.to_ascii_lowercase()), Some(name));
        }
        assert_eq!((svg_element("path"), svg_attribute("d")), (None, None));
    }
}
