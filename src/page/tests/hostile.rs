//! Pages made to hurt: deep, wide, unfinished. Each is read in one piece and in time that grows with its size.

use super::{Page, check_sound, html5};

/// Large enough that anything quadratic would take minutes.
const MANY: usize = 100_000;

#[test]
fn the_tokenizer_takes_any_amount_of_anything() {
    let pages = [
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
    ];
    for html in pages {
        let beginning: String = html.chars().take(40).collect();
        let page = Page::parse(html);
        check_sound(&page);
        assert!(!page.is_empty(), "{beginning}");
    }
}

/// html5ever looks through the open elements at every tag, so its depth is kept to what a test can wait for.
#[test]
fn the_html5_builder_does_not_recurse() {
    for html in ["<div>".repeat(5_000), "<b>".repeat(5_000), "<svg>".repeat(20_000), "<template>".repeat(5_000)] {
        check_sound(&html5::parse(&html));
    }
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
