//! Every construct of HTML that the tokenizer knows, one line each.

use super::{Page, check_beginnings, check_sound, html, outline};

/// The tokenizer reads each document as the outline beside it.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for &(html, expected) in cases {
        let page = Page::parse(html.to_owned());
        assert_eq!(outline(&page), expected, "{html}");
        check_sound(&page);
        check_beginnings(html);
    }
}

/// As [`check`], and so does the parser of files.
#[track_caller]
fn check_both(cases: &[(&str, &str)]) {
    check(cases);
    for &(html, expected) in cases {
        assert_eq!(outline(&html::parse(html)), expected, "{html}, as a file");
    }
}

#[test]
fn a_serialised_document_is_read_as_it_stands() {
    check_both(&[
        ("<html><head></head><body></body></html>", "0:html(1:head 2:body)"),
        (
            r#"<html lang="en"><head><title>A &amp; B</title></head><body><p>One <b>two</b>.</p></body></html>"#,
            r#"0:html[lang="en"](1:head(2:title("A & B")) 3:body(4:p("One " 5:b("two") ".")))"#,
        ),
        (
            "<html><head></head>\n<body>\n<br>a<img alt=\"x &gt; &quot;y&quot;\"><hr></body></html>",
            r#"0:html(1:head "\n" 2:body("\n" 3:br "a" 4:img[alt="x > \"y\""] 5:hr))"#,
        ),
        (
            "<!DOCTYPE html><html><head><!-- > --></head><body>a<!-- <p> -->b<!----><!--->c<!-- -- --!>d</body></html>",
            r#"0:html(1:head 2:body("a" "b" "c" "d"))"#,
        ),
        (
            "<html><head></head><body><x-tab>a</x-tab><figcaption></figcaption></body></html>",
            r#"0:html(1:head 2:body(3:x-tab("a") 4:figcaption))"#,
        ),
        (
            "<html><head></head><frameset><frame><noframes><p>a</noframes></frameset></html>",
            r#"0:html(1:head 2:frameset(3:frame 4:noframes("<p>a")))"#,
        ),
    ]);
}

#[test]
fn what_only_a_script_can_build_is_read_as_it_stands() {
    check(&[
        (
            "<html><head></head><body><p>a<div>b<p>c</p></div></p></body></html>",
            r#"0:html(1:head 2:body(3:p("a" 4:div("b" 5:p("c")))))"#,
        ),
        (
            "<html><head></head><body><a>a<a>b</a></a><li><li>c</li></li></body><div>d</div></html>",
            r#"0:html(1:head 2:body(3:a("a" 4:a("b")) 5:li(6:li("c"))) 7:div("d"))"#,
        ),
        (
            "<html><head></head><body><table><div>a</div>b<tr></tr></table></body></html>",
            r#"0:html(1:head 2:body(3:table(4:div("a") "b" 5:tr)))"#,
        ),
        (
            "<html><head></head><body><svg><div><img>a</div><g></g></svg></body></html>",
            r#"0:html(1:head 2:body(3:svg(4:div(5:img "a") 6:g)))"#,
        ),
        ("<html><head></head><body><pre>\n\na</pre></body></html>", r#"0:html(1:head 2:body(3:pre("\n\na")))"#),
        ("<html><head></head><body><plaintext>a<b></plaintext></body></html>", r#"0:html(1:head 2:body(3:plaintext("a<b>")))"#),
    ]);
}

#[test]
fn raw_text_is_not_markup() {
    let document = |inner: &str| format!("<html><head></head><body>{inner}</body></html>");
    for (inner, expected) in [
        ("<script>if (a<b && c) '<p>'</script>", r#"3:script("if (a<b && c) '<p>'")"#),
        ("<style>a > b {}</style>", r#"3:style("a > b {}")"#),
        ("<noscript><img src=\"a\"></noscript>", r#"3:noscript("<img src=\"a\">")"#),
        ("<iframe><p>a</p></iframe>", r#"3:iframe("<p>a</p>")"#),
        ("<xmp><b></xmp>", r#"3:xmp("<b>")"#),
        ("<noembed></p></noembed>", r#"3:noembed("</p>")"#),
        ("<textarea><p>&lt;&amp;amp;</textarea>", r#"3:textarea("<p><&amp;")"#),
        ("<script></scrip></SCRIPT >", r#"3:script("</scrip>")"#),
        ("<script><!-- <script></script> --></script>", r#"3:script("<!-- <script></script> -->")"#),
        ("<script><!-- </script>", r#"3:script("<!-- ")"#),
        ("<script><!--><script></script>", r#"3:script("<!--><script>")"#),
        ("<style><!-- <style></style>", r#"3:style("<!-- <style>")"#),
        ("<script>&lt;</script>", r#"3:script("&lt;")"#),
    ] {
        check_both(&[(&document(inner), &format!("0:html(1:head 2:body({expected}))"))]);
    }
}

#[test]
fn a_template_is_an_element_without_contents() {
    check_both(&[
        (
            "<html><head></head><body><template><p>a</p><template><b></b></template><script>'</template>'</script></template>\
             <p>b</p></body></html>",
            r#"0:html(1:head 2:body(3:template 4:p("b")))"#,
        ),
        ("<html><head><template><meta></template><link></head><body></body></html>", "0:html(1:head(2:template 3:link) 4:body)"),
    ]);
    check(&[(
        "<html><head></head><body><svg><template><g></g></template></svg></body></html>",
        "0:html(1:head 2:body(3:svg(4:template(5:g))))",
    )]);
}

#[test]
fn shadow_roots_are_content_that_the_document_does_not_list() {
    check_both(&[
        (
            r#"<html><head></head><body><x-a><template shadowrootmode="open"><p>a</p><slot></slot></template><i>b</i></x-a><b></b></body></html>"#,
            r#"0:html(1:head 2:body(3:x-a(-:p("a") -:slot 4:i("b")) 5:b))"#,
        ),
        (
            r#"<html><head></head><body><x-a><template shadowrootmode="closed"><x-b><template shadowrootmode="open">a<u></u></template><i></i></x-b></template></x-a><b></b></body></html>"#,
            r#"0:html(1:head 2:body(3:x-a(-:x-b("a" -:u -:i)) 4:b))"#,
        ),
        (
            r#"<html><head></head><body><template><x-a><template shadowrootmode="open"><u></u></template></x-a></template><b></b></body></html>"#,
            "0:html(1:head 2:body(3:template 4:b))",
        ),
        (
            r#"<html><head></head><body><x-a><template shadowrootmode="none"><u></u></template></x-a><b></b></body></html>"#,
            r#"0:html(1:head 2:body(3:x-a(4:template[shadowrootmode="none"]) 5:b))"#,
        ),
        (
            r#"<html><head></head><body><x-a><template shadowrootmode="open"><u></u></template><template shadowrootmode="open"></template></x-a></body></html>"#,
            r#"0:html(1:head 2:body(3:x-a(-:u 4:template[shadowrootmode="open"])))"#,
        ),
    ]);
}

#[test]
fn foreign_content_keeps_its_case_and_has_no_raw_text() {
    check_both(&[
        (
            r#"<html><head></head><body><svg viewBox="0 0 1 1"><style>a &gt; b</style><title>t</title><linearGradient></linearGradient><path></path></svg>a</body></html>"#,
            r#"0:html(1:head 2:body(3:svg[viewBox="0 0 1 1"](4:style("a > b") 5:title("t") 6:linearGradient 7:path) "a"))"#,
        ),
        (
            "<html><head></head><body><svg><path/><![CDATA[a < b]]><foreignObject><div><br>x</div></foreignObject></svg></body></html>",
            r#"0:html(1:head 2:body(3:svg(4:path "a < b" 5:foreignObject(6:div(7:br "x")))))"#,
        ),
        (
            "<html><head></head><body><math><mi>x<b>y</b></mi><mglyph></mglyph><annotation-xml><svg><g></g></svg></annotation-xml></math></body></html>",
            r#"0:html(1:head 2:body(3:math(4:mi("x" 5:b("y")) 6:mglyph 7:annotation-xml(8:svg(9:g)))))"#,
        ),
        (
            r#"<html><head></head><body><math><annotation-xml encoding="text/html"><p>a</p></annotation-xml></math></body></html>"#,
            r#"0:html(1:head 2:body(3:math(4:annotation-xml[encoding="text/html"](5:p("a")))))"#,
        ),
        (
            r#"<html><head></head><body><svg><a xlink:href="b"><text>c</text></a></svg></body></html>"#,
            r#"0:html(1:head 2:body(3:svg(4:a[xlink:href="b"](5:text("c")))))"#,
        ),
    ]);
}

#[test]
fn foreign_elements_have_no_tag_of_html() {
    let html = "<html><head></head><body><svg><title>a</title><style></style><a></a></svg><title>b</title></body></html>";
    for page in [Page::parse(html.to_owned()), html::parse(html)] {
        let title = page.find(crate::page::Tag::Title).unwrap();
        assert_eq!(page.text_content(title), "b");
        assert_eq!(page.find(crate::page::Tag::Style), None);
    }
}

#[test]
fn hand_written_html_is_repaired() {
    check_both(&[
        (
            "<HTML Lang=EN><HEAD></HEAD><BODY CLASS='a b' ID = x hidden>a</BODY></HTML>",
            r#"0:html[lang="EN"](1:head 2:body[class="a b"][id="x"][hidden=""]("a"))"#,
        ),
        (
            "<html><head></head><body><p>a<p>b<ul><li>c<li>d<ul><li>e</ul></ul>f<h2>g</h3>h</body></html>",
            r#"0:html(1:head 2:body(3:p("a") 4:p("b") 5:ul(6:li("c") 7:li("d" 8:ul(9:li("e")))) "f" 10:h2("g") "h"))"#,
        ),
        (
            "<html><head></head><body><table><tbody><tr><td>a<td>b<tr><th>c</table>d<dl><dt>e<dd>f</dl></body></html>",
            r#"0:html(1:head 2:body(3:table(4:tbody(5:tr(6:td("a") 7:td("b")) 8:tr(9:th("c")))) "d" 10:dl(11:dt("e") 12:dd("f"))))"#,
        ),
        (
            "<html><head></head><body><div></span>b</em></div></section>c<select><option>d<option>e</select></body></html>",
            r#"0:html(1:head 2:body(3:div("b") "c" 4:select(5:option("d") 6:option("e"))))"#,
        ),
        (
            "<html><head></head><body><table><tbody><tr><td><div>a</table></div>b</td></body></html>",
            r#"0:html(1:head 2:body(3:table(4:tbody(5:tr(6:td(7:div("a"))))) "b"))"#,
        ),
        ("<html><head><title>a</title><body>b</body></html><p>c</p>", r#"0:html(1:head(2:title("a")) 3:body("b" 4:p("c")))"#),
        ("<html><head></head><body>a<br></html><p>c<body><i>d<html>", r#"0:html(1:head 2:body("a" 3:br 4:p("c" 5:i("d"))))"#),
        ("<html><head></head><body><svg><g><p>a</svg></body></html>", r#"0:html(1:head 2:body(3:svg(4:g) 5:p("a")))"#),
    ]);
    // A tag that does not count leaves two texts, not one.
    check(&[("<html><head></head><body>a</b>b</body></html>", r#"0:html(1:head 2:body("a" "b"))"#)]);
}

#[test]
fn a_document_without_a_root_gets_one() {
    check(&[
        ("", "-:html"),
        ("<!-- a -->\n", "-:html"),
        ("Plain text, a < b & c.\n", r#"-:html("Plain text, a < b & c.\n")"#),
        ("<p>a</p>\n<p>b</p>", r#"-:html(0:p("a") "\n" 1:p("b"))"#),
        ("<p>a<p>b", r#"-:html(-:body(0:p("a") 1:p("b")))"#),
        (
            r#"<?xml version="1.0"?><rss><item/><title>a</title><d><![CDATA[<p>]]></d></rss>"#,
            r#"-:html(0:rss(1:item 2:title("a") 3:d("<p>")))"#,
        ),
        ("\u{feff}<html><head></head><body></body></html>", "0:html(1:head 2:body)"),
    ]);
    let page = Page::parse_fragment("<img data-src=a.jpg alt=\"x\"><br/>y");
    assert_eq!(outline(&page), r#"-:html(-:body(0:img[data-src="a.jpg"][alt="x"] 1:br "y"))"#);
}

#[test]
fn character_references_are_decoded() {
    for (written, meant) in [
        ("&amp;&lt;&gt;&nbsp;&quot;&#39;", "&<>\u{a0}\"'"),
        ("&amp;lt;", "&lt;"),
        ("&hellip;&mdash;&Eacute;&eacute;&notin;", "…—Éé∉"),
        ("&#8217;&#x2019;&#X2019 &#150;&#0;&#xD800;&#x110000;&#99999999999;", "’’’ –\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
        ("&copy 2024 &eacutes", "© 2024 és"),
        ("a & b &; &#; &#x; &unknown; AT&T", "a & b &; &#; &#x; &unknown; AT&T"),
    ] {
        let document = format!("<html><head></head><body>{written}</body></html>");
        check_both(&[(&document, &format!("0:html(1:head 2:body({meant:?}))"))]);
    }
    for (written, meant) in [
        ("?a=1&amp;b=2&copy=3&copy;&reg", "?a=1&b=2&copy=3©®"),
        ("&notit; &not it", "&notit; ¬ it"),
        ("&quot;&#34;&lt;&gt;", "\"\"<>"),
    ] {
        let document = format!("<html><head></head><body><i a=\"{written}\"></i></body></html>");
        check_both(&[(&document, &format!("0:html(1:head 2:body(3:i[a={meant:?}]))"))]);
    }
}

#[test]
fn nul_is_no_character_of_a_text() {
    check_both(&[(
        "<html><head></head><body>a\0b<i c=\"d\0e\"></i></body></html>",
        "0:html(1:head 2:body(\"ab\" 3:i[c=\"d\u{fffd}e\"]))",
    )]);
}

#[test]
fn of_two_attributes_of_one_name_the_first_counts() {
    let html = "<html><head></head><body><i a=1 b=2 a=3></i></body></html>";
    for page in [Page::parse(html.to_owned()), html::parse(html)] {
        assert_eq!(page.attr(page.element(3).unwrap(), "a"), Some("1"));
    }
}
