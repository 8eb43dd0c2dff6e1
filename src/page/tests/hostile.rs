//! Pages made to hurt: deep, wide, unfinished. Each is read in one piece and in time that grows with its size.

use super::{NodeId, Page, check_sound, html};

/// Large enough that anything quadratic would take minutes.
const MANY: usize = 100_000;

#[test]
fn the_tokenizer_takes_any_amount_of_anything() {
    for html in pages() {
        let beginning: String = html.chars().take(40).collect();
        let page = Page::parse(html);
        check_sound(&page);
        assert!(!page.is_empty(), "{beginning}");
    }
}

#[test]
fn the_html_parser_takes_any_amount_of_anything() {
    let numbered = |piece: fn(usize) -> String| (0..MANY).map(piece).collect::<String>();
    let pages = pages().into_iter().chain([
        numbered(|n| format!("<b id={n}>")),
        format!("<p>{}", numbered(|n| format!("<a{n}>"))),
        format!("<p {}>a", numbered(|n| format!("a{n} "))),
        numbered(|n| format!("<body a{n}>")),
        format!("<p><b><i><u><s><em><tt>{}", "<p>x".repeat(MANY)),
        format!("<p>{}{}", (0..400).map(|n| format!("<b id={n}>")).collect::<String>(), "<p>x".repeat(MANY)),
        format!("{}{}", "<b><p>".repeat(MANY), "</b>".repeat(MANY)),
        format!("<b>{}{}", "<x-a><p>".repeat(MANY), "</b>".repeat(MANY)),
        "<a><p>x".repeat(MANY),
        "<nobr>".repeat(MANY),
        "<table>x".repeat(MANY),
        "<table><tr>x<td>".repeat(MANY),
        format!("<table>{}", "x<tr>".repeat(MANY)),
        "<svg><desc>".repeat(MANY),
        "<math><mi>".repeat(MANY),
        "<select><option>".repeat(MANY),
        "<li><ul>".repeat(MANY),
        "<form></form>".repeat(MANY),
        format!("{}{}", "<object>".repeat(MANY), "</object>".repeat(MANY)),
        "a<!---->".repeat(MANY),
        "<p>\r\n\0".repeat(MANY),
        "&CounterClockwiseContourIntegral".repeat(MANY),
    ]);
    for source in pages {
        let beginning: String = source.chars().take(40).collect();
        let page = html::parse(&source);
        check_sound(&page);
        assert!(page.len() < 2 * source.len() + 10_000, "{beginning}");
        assert!(depth(&page) < 600, "{beginning}");
    }
}

/// How many elements are around the deepest node.
fn depth(page: &Page) -> usize {
    let mut ends: Vec<NodeId> = Vec::new();
    let depths = page.nodes().map(|id| {
        while ends.pop_if(|end| *end <= id).is_some() {}
        ends.push(page.end(id));
        ends.len()
    });
    depths.max().unwrap_or_default()
}

/// Documents that are much of one thing.
fn pages() -> Vec<String> {
    vec![
        "<div>".repeat(MANY),
        format!("{}{}", "<div>".repeat(MANY), "</div>".repeat(MANY)),
        format!("{}{}", "<div>".repeat(MANY), "</p>".repeat(MANY)),
        format!("{}{}", "<div>".repeat(MANY), "<p>".repeat(MANY)),
        format!("{}{}", "<table><td>".repeat(MANY), "</b>".repeat(MANY)),
        format!("{}{}", "<svg>".repeat(MANY), "<p>".repeat(MANY)),
        format!("<p {}>a</p>", "a=b ".repeat(MANY)),
        format!("<p {}", "a='".repeat(MANY)),
        "<p>".repeat(MANY),
        "<a><b>".repeat(MANY),
        "<template>".repeat(MANY),
        r#"<x-a><template shadowrootmode="open">"#.repeat(MANY),
        "<b></i>".repeat(MANY),
        "<!--".repeat(MANY),
        "<!-- > ".repeat(MANY),
        "<script><!--<script>".repeat(MANY),
        "<svg><![CDATA[ > ".repeat(MANY),
        "<title></titl".repeat(MANY),
        "<plaintext></plaintex>".repeat(MANY),
        "</".repeat(MANY),
        "<".repeat(MANY),
        "&".repeat(MANY),
        "&amp".repeat(MANY),
        format!("<p>&#{};", "9".repeat(MANY)),
        "\0".repeat(MANY),
        format!("<p>{}</p>", "x".repeat(10_000_000)),
        format!("<script>{}</script>", "{\"a\": \"<b>\"},".repeat(1_000_000)),
    ]
}

/// Asking every node for its neighbours is linear in all: a node is climbed over once.
#[test]
fn previous_siblings_are_found_in_any_shape() {
    let shapes = ["<i></i>".repeat(300), format!("{}a{}", "<b>".repeat(300), "</b>".repeat(300)), "<b>a<i>b</i></b>".repeat(100)];
    for html in shapes {
        let page = Page::parse(html);
        for parent in page.nodes() {
            let children: Vec<_> = page.children(parent).collect();
            for pair in children.windows(2) {
                assert_eq!(page.previous_sibling(pair[1]), Some(pair[0]));
                assert_eq!(page.next_sibling(pair[0]), Some(pair[1]));
            }
            assert_eq!(children.first().and_then(|&first| page.previous_sibling(first)), None);
        }
    }
}
