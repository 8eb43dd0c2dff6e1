//! Writes MathML as TeX, for copying and for exports that know nothing else.

use crate::article::block::MathNode;

/// The TeX of a formula; `None` when it holds something that has no sign here.
pub(super) fn from_mathml(tree: &MathNode) -> Option<String> {
    let mut out = String::new();
    write(tree, &mut out)?;
    let out = out.trim().to_owned();
    (!out.is_empty()).then_some(out)
}

fn write(node: &MathNode, out: &mut String) -> Option<()> {
    let child = |at: usize| node.children.get(at);
    match node.name.as_str() {
        "math" | "mrow" | "mstyle" | "mpadded" | "merror" | "mtd" => node.children.iter().try_for_each(|child| write(child, out)),
        "mi" => write_identifier(node, out),
        "mn" => push(out, &node.text),
        "mo" => push(out, operator(&node.text)),
        "mtext" | "ms" => push(out, &format!("\\text{{{}}}", escaped(&node.text))),
        "mspace" => push(out, "\\;"),
        "mphantom" => command(out, "\\phantom", &node.children),
        "mfrac" => fraction(node, out),
        "msqrt" => command(out, "\\sqrt", &node.children),
        "mroot" => {
            push(out, &format!("\\sqrt[{}]", group(child(1)?)?));
            push(out, &format!("{{{}}}", group(child(0)?)?))
        }
        "msub" => scripts(out, child(0)?, child(1), None),
        "msup" => scripts(out, child(0)?, None, child(1)),
        "msubsup" | "munderover" => scripts(out, child(0)?, child(1), child(2)),
        "munder" => under(out, child(0)?, child(1)?),
        "mover" => over(out, child(0)?, child(1)?),
        "menclose" => command(out, if notation(node).contains("box") { "\\boxed" } else { "\\overline" }, &node.children),
        "mtable" => table(node, out),
        _ => None,
    }
}

/// Adds a piece; a command and a letter after it need a space between.
fn push(out: &mut String, piece: &str) -> Option<()> {
    let ends_in_command = out.rfind('\\').is_some_and(|at| {
        let name = out.get(at + 1..).unwrap_or_default();
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    if ends_in_command && piece.starts_with(|c: char| c.is_ascii_alphabetic()) {
        out.push(' ');
    }
    out.push_str(piece);
    Some(())
}

fn group(node: &MathNode) -> Option<String> {
    let mut out = String::new();
    write(node, &mut out)?;
    Some(out.trim().to_owned())
}

fn command(out: &mut String, name: &str, children: &[MathNode]) -> Option<()> {
    let inner = children.iter().map(group).collect::<Option<String>>()?;
    push(out, &format!("{name}{{{inner}}}"))
}

fn fraction(node: &MathNode, out: &mut String) -> Option<()> {
    let (upper, lower) = (group(node.children.first()?)?, group(node.children.get(1)?)?);
    let is_bare = node.attrs.iter().any(|(name, value)| name == "linethickness" && value.starts_with('0'));
    push(out, &if is_bare { format!("\\binom{{{upper}}}{{{lower}}}") } else { format!("\\frac{{{upper}}}{{{lower}}}") })
}

fn scripts(out: &mut String, base: &MathNode, lower: Option<&MathNode>, upper: Option<&MathNode>) -> Option<()> {
    let text = group(base)?;
    let is_single = text.chars().count() <= 1 || text.starts_with('\\') && !text.contains(['{', ' ']);
    push(out, &if is_single { text } else { format!("{{{text}}}") })?;
    for (sign, script) in [('_', lower), ('^', upper)] {
        if let Some(script) = script {
            let script = group(script)?;
            // A prime is a script of its own.
            if sign == '^' && !script.is_empty() && script.bytes().all(|byte| byte == b'\'') {
                out.push_str(&script);
            } else {
                out.push_str(&format!("{sign}{{{script}}}"));
            }
        }
    }
    Some(())
}

fn under(out: &mut String, base: &MathNode, script: &MathNode) -> Option<()> {
    match script.text.as_str() {
        "_" | "\u{332}" | "¯" | "\u{2015}" => command(out, "\\underline", std::slice::from_ref(base)),
        "\u{23DF}" => command(out, "\\underbrace", std::slice::from_ref(base)),
        _ => scripts(out, base, Some(script), None),
    }
}

fn over(out: &mut String, base: &MathNode, script: &MathNode) -> Option<()> {
    let name = match script.text.as_str() {
        "^" | "\u{302}" | "ˆ" => "\\hat",
        "~" | "\u{303}" | "˜" => "\\tilde",
        "¯" | "\u{304}" | "‾" | "\u{305}" | "―" => "\\overline",
        "→" | "\u{20D7}" => "\\vec",
        "˙" | "." | "\u{307}" => "\\dot",
        "¨" | "\u{308}" => "\\ddot",
        "\u{23DE}" => "\\overbrace",
        _ if base.name == "mo" => return scripts(out, base, None, Some(script)),
        _ => return push(out, &format!("\\overset{{{}}}{{{}}}", group(script)?, group(base)?)),
    };
    command(out, name, std::slice::from_ref(base))
}

fn table(node: &MathNode, out: &mut String) -> Option<()> {
    let rows = node.children.iter().map(|row| row.children.iter().map(group).collect::<Option<Vec<_>>>());
    let rows = rows.map(|cells| cells.map(|cells| cells.join(" & "))).collect::<Option<Vec<_>>>()?;
    push(out, &format!("\\begin{{matrix}}\n{}\n\\end{{matrix}}", rows.join(" \\\\\n")))
}

fn notation(node: &MathNode) -> &str {
    node.attrs.iter().find(|(name, _)| name == "notation").map_or("", |(_, value)| value)
}

fn write_identifier(node: &MathNode, out: &mut String) -> Option<()> {
    let text = node.text.as_str();
    let mut chars = text.chars();
    match (chars.next().map(plain_letter), chars.next()) {
        (None, _) => Some(()),
        (Some((letter, face)), None) => {
            let variant = node.attrs.iter().find(|(name, _)| name == "mathvariant").map_or("", |(_, value)| value);
            let face = match variant {
                "bold" => "\\mathbf",
                "double-struck" => "\\mathbb",
                "script" => "\\mathcal",
                "fraktur" => "\\mathfrak",
                _ => face,
            };
            let letter = escaped(&letter.to_string());
            let name = LETTERS.iter().find(|(sign, _)| *sign == letter).map_or(operator(&letter).trim(), |(_, name)| name);
            push(out, &if face.is_empty() { name.to_owned() } else { format!("{face}{{{name}}}") })
        }
        _ if FUNCTIONS.contains(&text) => push(out, &format!("\\{text}")),
        _ => push(out, &format!("\\operatorname{{{}}}", escaped(text))),
    }
}

/// The letter that a mathematical alphanumeric symbol (Unicode block 1D400; Greek from 1D6A8 on, 58 to a face) is a face of, and the face.
pub(super) fn plain_letter(c: char) -> (char, &'static str) {
    const FACES: [&str; 13] = [
        "\\mathbf",
        "",
        "\\boldsymbol",
        "\\mathcal",
        "\\mathcal",
        "\\mathfrak",
        "\\mathbb",
        "\\mathfrak",
        "\\mathsf",
        "\\mathsf",
        "\\mathsf",
        "\\mathsf",
        "\\mathtt",
    ];
    let special = [('ℂ', 'C'), ('ℍ', 'H'), ('ℕ', 'N'), ('ℙ', 'P'), ('ℚ', 'Q'), ('ℝ', 'R'), ('ℤ', 'Z')];
    if let Some((_, letter)) = special.iter().find(|(symbol, _)| *symbol == c) {
        return (*letter, "\\mathbb");
    }
    if let Some(offset @ 0..290) = u32::from(c).checked_sub(0x1D6A8) {
        let letter = match offset % 58 {
            at @ 0..25 => char::from_u32(u32::from('Α') + at),
            25 => Some('∇'),
            at @ 26..51 => char::from_u32(u32::from('α') + at - 26),
            at => ['∂', 'ϵ', 'ϑ', 'ϰ', 'ϕ', 'ϱ', 'ϖ'].get(at as usize - 51).copied(),
        };
        return (letter.unwrap_or(c), if offset / 58 == 1 { "" } else { "\\boldsymbol" });
    }
    let Some(offset) = u32::from(c).checked_sub(0x1D400) else { return (c, "") };
    let (face, letter) = (offset / 52, offset % 52);
    let Some(face) = FACES.get(face as usize) else { return (c, "") };
    let first = if letter < 26 { u32::from('A') } else { u32::from('a') - 26 };
    (char::from_u32(first + letter).unwrap_or(c), face)
}

fn operator(text: &str) -> &str {
    match OPERATORS.iter().find(|(sign, _)| *sign == text) {
        Some((_, name)) => name,
        None => text,
    }
}

/// Characters that TeX reads as something else.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '{' | '}' | '#' | '$' | '%' | '&' | '_') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

const FUNCTIONS: [&str; 22] = [
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "deg", "det", "dim", "exp", "gcd", "inf", "ker", "lim", "ln",
    "log", "max", "min", "sin", "sup", "tan",
];

const LETTERS: [(&str, &str); 38] = [
    ("α", "\\alpha"),
    ("β", "\\beta"),
    ("γ", "\\gamma"),
    ("δ", "\\delta"),
    ("ϵ", "\\epsilon"),
    ("ε", "\\varepsilon"),
    ("ζ", "\\zeta"),
    ("η", "\\eta"),
    ("θ", "\\theta"),
    ("ϑ", "\\vartheta"),
    ("ι", "\\iota"),
    ("κ", "\\kappa"),
    ("λ", "\\lambda"),
    ("μ", "\\mu"),
    ("ν", "\\nu"),
    ("ξ", "\\xi"),
    ("π", "\\pi"),
    ("ρ", "\\rho"),
    ("σ", "\\sigma"),
    ("ς", "\\varsigma"),
    ("τ", "\\tau"),
    ("υ", "\\upsilon"),
    ("ϕ", "\\phi"),
    ("φ", "\\varphi"),
    ("χ", "\\chi"),
    ("ψ", "\\psi"),
    ("ω", "\\omega"),
    ("Γ", "\\Gamma"),
    ("Δ", "\\Delta"),
    ("Θ", "\\Theta"),
    ("Λ", "\\Lambda"),
    ("Ξ", "\\Xi"),
    ("Π", "\\Pi"),
    ("Σ", "\\Sigma"),
    ("Φ", "\\Phi"),
    ("Ψ", "\\Psi"),
    ("Ω", "\\Omega"),
    ("∞", "\\infty"),
];

const OPERATORS: [(&str, &str); 66] = [
    ("{", "\\{"),
    ("}", "\\}"),
    ("%", "\\%"),
    ("&", "\\&"),
    ("#", "\\#"),
    ("−", " - "),
    ("+", " + "),
    ("=", " = "),
    ("<", " < "),
    (">", " > "),
    (",", ", "),
    ("±", " \\pm "),
    ("∓", " \\mp "),
    ("×", " \\times "),
    ("⋅", " \\cdot "),
    ("·", " \\cdot "),
    ("÷", " \\div "),
    ("≠", " \\neq "),
    ("≤", " \\leq "),
    ("≥", " \\geq "),
    ("≪", " \\ll "),
    ("≫", " \\gg "),
    ("≈", " \\approx "),
    ("≡", " \\equiv "),
    ("∼", " \\sim "),
    ("≃", " \\simeq "),
    ("≅", " \\cong "),
    ("∝", " \\propto "),
    ("∈", " \\in "),
    ("∉", " \\notin "),
    ("∋", " \\ni "),
    ("⊂", " \\subset "),
    ("⊆", " \\subseteq "),
    ("⊃", " \\supset "),
    ("⊇", " \\supseteq "),
    ("∪", " \\cup "),
    ("∩", " \\cap "),
    ("∧", " \\wedge "),
    ("∨", " \\vee "),
    ("¬", "\\neg "),
    ("∀", "\\forall "),
    ("∃", "\\exists "),
    ("→", " \\to "),
    ("←", " \\leftarrow "),
    ("⇒", " \\Rightarrow "),
    ("⇔", " \\Leftrightarrow "),
    ("↦", " \\mapsto "),
    ("∂", "\\partial "),
    ("∇", "\\nabla "),
    ("∑", "\\sum"),
    ("∏", "\\prod"),
    ("∫", "\\int"),
    ("∬", "\\iint"),
    ("∮", "\\oint"),
    ("∘", " \\circ "),
    ("⊕", " \\oplus "),
    ("⊗", " \\otimes "),
    ("…", "\\dots"),
    ("⋯", "\\cdots"),
    ("⋮", "\\vdots"),
    ("⋱", "\\ddots"),
    ("′", "'"),
    ("‖", "\\|"),
    ("⟨", "\\langle "),
    ("⟩", "\\rangle "),
    ("\u{2062}", " "),
];
