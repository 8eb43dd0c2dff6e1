//! Pages of a few blocks with probabilities given by hand, and which of the blocks stay.

use super::*;
use crate::capture::Facts;
use crate::extract::lexicon::Lexicon;
use crate::extract::survey::survey;
use crate::extract::verdict::kept_nodes;

/// Which blocks stay of a page with these probabilities.
fn stay(html: &str, probabilities: &[f32]) -> Vec<bool> {
    let page = Page::parse(format!("<body>{html}</body>"));
    let survey = survey(&page, &Facts::default(), &Lexicon::default());
    assert_eq!(survey.blocks.items.len(), probabilities.len());
    let kept = kept_nodes(&survey, &select(&survey, probabilities, &COSTS));
    survey.blocks.items.iter().map(|block| kept.contains(block.first)).collect()
}

const P: &str = "<p>The ferry left the northern quay at seven, an hour late, with half of its usual load of milk and post.</p>";

#[test]
fn an_article_goes_on_behind_an_offer_in_a_container_made_alike() {
    let part = |n| format!("<div class=part>{}</div>", P.repeat(n));
    let page = format!("{}<ul><li><a href=/s>Subscribe</a></li></ul>{}<div class=other>{P}</div>", part(6), part(2));
    let probabilities = [0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.05, 0.45, 0.45, 0.45];
    assert_eq!(stay(&page, &probabilities), [true, true, true, true, true, true, false, true, true, false]);
}

#[test]
fn a_doubtful_paragraph_between_two_that_stay_is_no_hole() {
    let probabilities = [0.95, 0.45, 0.95, 0.95, 0.95, 0.1];
    assert_eq!(stay(&format!("<main>{}</main>", P.repeat(6)), &probabilities), [true, true, true, true, true, false]);
}

#[test]
fn a_long_text_goes_on_to_its_end() {
    let page = |n: usize| format!("<main>{}<h2>Foo</h2>{}<div><p>{P}</p></div></main>", P.repeat(n), P.repeat(2));
    let probabilities = |n: usize| [&vec![0.95; n][..], &[0.1, 0.2, 0.05, 0.2]].concat();
    assert_eq!(stay(&page(45), &probabilities(45)).split_off(45), [true, true, false, false]);
    assert_eq!(stay(&page(5), &probabilities(5)).split_off(5), [false; 4]);
}

#[test]
fn a_heading_stays_with_the_text_below_it() {
    let probabilities = [0.95, 0.2, 0.95, 0.95, 0.2];
    assert_eq!(stay(&format!("<main>{P}<h2>Foo</h2>{P}{P}<h2>Bar</h2></main>"), &probabilities), [true, true, true, true, false]);
}

#[test]
fn a_caption_stays_with_its_image() {
    let text = P.repeat(4);
    let image = |class: &str| format!("<div><img src=a.jpg><div class={class}>The quay in May</div></div>");
    let figure = "<figure><img src=a.jpg><i>Image</i><p>The quay</p><p>in May</p><figcaption>R. Sandoval</figcaption></figure>";
    let kept = |inner: &str, n: usize| {
        stay(&format!("<main>{text}{inner}{P}</main>"), &[&[0.95; 4][..], &vec![0.1; n], &[0.95]].concat())
    };
    assert!(kept(&image("thumbcaption"), 1).iter().all(|stays| *stays));
    assert!(!kept(&image("teaser"), 1).iter().all(|stays| *stays));
    assert!(kept(figure, 4).iter().all(|stays| *stays));
    let lazy = "<figure><noscript><img src=a.jpg></noscript><p>The quay</p><p>in May</p></figure>";
    assert!(kept(lazy, 2).iter().all(|stays| *stays));
}

/// Holds a page between four sure paragraphs, and a last one of probability `last`, to what is said of each of its blocks.
fn check(inner: &str, last: f32, blocks: &[(f32, bool)]) {
    let given: Vec<f32> = blocks.iter().map(|(p, _)| *p).collect();
    let all = [&[0.95; 4][..], &given, &[last]].concat();
    let stays = stay(&format!("<main>{}{inner}{P}</main>", P.repeat(4)), &all);
    let wanted: Vec<bool> = blocks.iter().map(|(_, stays)| *stays).collect();
    assert_eq!(stays.get(4..4 + given.len()), Some(&wanted[..]), "{inner}");
}

#[test]
fn a_button_in_a_figure_does_not_stay_with_its_caption() {
    let figure = |link: &str| {
        format!(
            "<figure><img src=a.jpg><p><a href=/full>{link}</a></p><figcaption>The quay in May, seen from the mill that stands behind the church of the lower town</figcaption></figure>"
        )
    };
    check(&figure("Full size image"), 0.95, &[(0.2, false), (0.2, true)]);
    check(&figure("The quay in May from the mill"), 0.95, &[(0.2, true), (0.2, true)]);
}

#[test]
fn a_table_of_links_stays_among_the_text_however_far_down() {
    let table =
        "<table><tr><th>Port</th><th>Ship</th></tr><tr><td><a href=/n>Norrhamn</a></td><td><a href=/t>Tove</a></td></tr></table>";
    check(table, 0.6, &[(0.1, true), (0.1, true), (0.3, true), (0.3, true)]);
    check(table, 0.1, &[(0.1, false), (0.1, false), (0.3, false), (0.3, false)]);
    check(table, 0.6, &[(0.01, false); 4]);
}

#[test]
fn a_table_stays_between_lines_of_the_text_though_a_box_has_more_than_it() {
    let table = "<div><table><tr><th>Port</th><th>Ships</th></tr><tr><td>Norrhamn</td><td>6</td></tr></table><i><a href=/t>Larger</a></i></div>";
    let cells = |stays| [(0.1, stays), (0.1, stays), (0.3, stays), (0.3, stays), (0.1, false)];
    check(table, 0.6, &cells(true));
    check(table, 0.1, &cells(false));
    // A paper's table has its number, its caption and a link to it alone in its box.
    let boxed = |class: &str| {
        format!(
            "<section><h3>Table 1.</h3><div class={class}><p>Ships by port</p></div>{}<p><a href=/t>Open it alone</a></p></section>",
            "<table><tr><th>Port</th><th>Ships</th></tr><tr><td>Norrhamn</td><td>6</td></tr></table>"
        )
    };
    let cells = [(0.3, true), (0.3, true), (0.4, true), (0.4, true)];
    check(&boxed("caption"), 0.95, &[&[(0.3, false), (0.3, true)][..], &cells, &[(0.1, false)]].concat());
    check(&boxed("teaser"), 0.95, &[&[(0.3, false), (0.3, false)][..], &cells, &[(0.1, false)]].concat());
}

#[test]
fn facts_stay_behind_the_text_in_a_box_of_their_own() {
    let page =
        |rows: &str| format!("<main><div>{}</div><section><h2>Facts</h2>{rows}</section><div>{P}</div></main>", P.repeat(4));
    let rows = |tag: &str, cell: &str| {
        let row = |name: &str| format!("<dt>{name}</dt><{tag}>{cell}</{tag}>");
        format!(
            "<dl>{}{}{}{}</dl>",
            row("Length over all"),
            row("Breadth at the waterline"),
            row("Built in the year"),
            row("Port of home")
        )
    };
    let stays = |rows: &str| stay(&page(rows), &[&[0.95; 4][..], &[0.3; 9], &[0.05]].concat()).split_off(4);
    assert_eq!(stays(&rows("dd", "about forty")), [&[true; 9][..], &[false]].concat());
    assert_eq!(stays(&rows("dd", "<a href=/x>about forty</a>")), [false; 10]);
}

#[test]
fn a_list_of_texts_stays_before_more_of_the_text() {
    let list = |item: &str| format!("<ul><li>two mugs of milk</li><li>{item}</li></ul>");
    check(&list("the post of Tuesday"), 0.95, &[(0.2, true), (0.2, true)]);
    check(&list("the post of Tuesday"), 0.7, &[(0.2, true), (0.2, true)]);
    check(&format!("<div>{}</div>", list("the post of Tuesday")), 0.7, &[(0.2, false), (0.2, false)]);
    check(&list("the post of Tuesday"), 0.1, &[(0.2, false), (0.2, false)]);
    check(&list("<a href=/p>the post</a>"), 0.95, &[(0.2, false), (0.2, false)]);
}

#[test]
fn a_heading_is_over_its_text_though_a_link_to_edit_it_stands_beside() {
    check("<div><h2>Foo</h2><p><a href=/edit>edit</a></p></div>", 0.95, &[(0.2, true), (0.02, false)]);
    check(
        "<div><h2>Foo</h2><p>Nine words that belong to the heading and it to them alone.</p></div>",
        0.95,
        &[(0.2, false), (0.02, false)],
    );
}

#[test]
fn a_heading_that_leads_elsewhere_is_a_teasers() {
    check("<div><h2><a href=/x>Foo</a></h2></div>", 0.95, &[(0.2, false)]);
    check("<div><h2><a href=#x>Foo</a></h2></div>", 0.95, &[(0.2, true)]);
}

#[test]
fn a_heading_stays_over_lines_that_stay() {
    let lines =
        "<ul><li>Norrhamn, six ships</li><li>Kvarnvik, two ships</li><li>Lundsund, one ship</li><li>Foo</li></ul><h2>Bar</h2>";
    let heading = format!("<h2>Foo</h2>{lines}");
    check(&heading, 0.1, &[(0.2, true), (0.8, true), (0.8, true), (0.8, true), (0.8, true), (0.1, false)]);
    check(&heading, 0.1, &[(0.2, false), (0.6, true), (0.6, true), (0.6, true), (0.6, true), (0.1, false)]);
}

#[test]
fn a_list_under_the_articles_own_heading_is_its_sources_and_headlines_amid_the_text_are_offers() {
    let section = |links: &str| format!("<h2>Foo</h2>{P}<h2>Bar</h2><ul>{links}</ul>");
    let short = "<li><a href=/n>Norrhamn</a></li><li><a href=/k>Kvarnvik</a></li>";
    let long =
        "<li><a href=/n>Why the ferry to Norrhamn was late</a></li><li><a href=/k>What Kvarnvik makes of its milk</a></li>";
    let blocks = |stays| [(0.95, true), (0.95, true), (0.7, true), (0.2, stays), (0.2, stays)];
    check(&section(short), 0.95, &blocks(true));
    check(&section(long), 0.1, &blocks(true));
    check(&section(long), 0.95, &blocks(false));
}

#[test]
fn advantages_and_faults_side_by_side_stay_among_offers() {
    let cell = |label: &str, item: &str| format!("<div><h5>{label}</h5><ul><li>{item}</li></ul></div>");
    let pair = format!("<div>{}{}</div>", cell("Pros", "Quiet at night"), cell("Cons", "Slow at noon"));
    let offer = "<div><a href=/buy>Buy it now</a></div>".repeat(3);
    let blocks =
        |stays| [(0.02, false), (0.02, false), (0.02, false), (0.05, stays), (0.06, stays), (0.05, stays), (0.06, stays)];
    check(&format!("<section>{offer}{pair}</section>"), 0.95, &blocks(true));
    check(&format!("<section>{offer}{pair}</section>"), 0.1, &blocks(false));
    let alone = format!("<section>{offer}{}</section>", cell("Pros", "Quiet at night"));
    check(&alone, 0.95, &[(0.02, false), (0.02, false), (0.02, false), (0.05, false), (0.06, false)]);
}

#[test]
fn short_links_typed_as_paragraphs_stay_between_those_that_stay() {
    let link = |words: &str| format!("<p><a href=/x>{words}</a></p>");
    check(&link("Part one").repeat(3), 0.95, &[(0.1, true); 3]);
    check(&link("Part one").repeat(2), 0.95, &[(0.1, false); 2]);
    check(&link("Part one").repeat(3), 0.1, &[(0.1, false); 3]);
    check(&link("Why the ferry was late").repeat(3), 0.95, &[(0.1, false); 3]);
}

#[test]
fn a_heading_stays_among_those_made_like_it_where_its_text_stays() {
    let part = |class: &str| format!("<h3 class={class}>Foo</h3>{P}");
    let page = |last: &str| format!("{}{}{}{}", part("q"), part("q"), part("q"), part(last));
    let blocks =
        |p, last| [(0.9, true), (0.6, true), (0.9, true), (0.6, true), (0.05, true), (0.6, true), (0.05, last), (p, p > 0.5)];
    check(&page("q"), 0.1, &blocks(0.6, true));
    check(&page("q"), 0.1, &blocks(0.1, false));
    check(&page("other"), 0.1, &blocks(0.6, false));
}

#[test]
fn a_heading_over_a_short_sentence_is_over_text() {
    let page = |text: &str| format!("<main><h2>Foo</h2><p>{text}</p>{}</main>", P.repeat(4));
    let probabilities = [0.2, 0.95, 0.95, 0.95, 0.95, 0.95];
    assert_eq!(stay(&page("The ferry is run by Ada Sandoval."), &probabilities)[..2], [true, true]);
    assert_eq!(stay(&page("Run by Ada Sandoval"), &probabilities)[..2], [false, true]);
}

#[test]
fn a_sentence_typed_as_a_heading_before_the_text_stays() {
    let page = |tag: &str, between: &str| {
        let said = "The ferry of the northern quay was an hour late, with half of its load of milk.";
        format!("<title>Milk</title><main><div><{tag}>{said}</{tag}>{between}</div>{}</main>", P.repeat(4))
    };
    let credit = "<p>R. Sandoval</p>";
    let stays = |page: &str, n: usize| stay(page, &[&[0.3][..], &vec![0.1; n], &[0.95; 4]].concat());
    assert_eq!(stays(&page("h2", credit), 1)[..2], [true, false]);
    assert_eq!(stays(&page("h2", &credit.repeat(3)), 3)[..2], [false, false]);
    assert_eq!(stays(&page("h1", credit), 1)[..2], [false, false]);
}

#[test]
fn a_heading_stays_beside_a_time_and_a_name_that_do_not() {
    let entry = format!("<article><header><time>14:10</time><div>A. Orr</div><h2>Gates shut</h2></header>{P}</article>");
    let probabilities = [0.95, 0.05, 0.05, 0.3, 0.95, 0.05, 0.05, 0.3, 0.95];
    assert_eq!(
        stay(&format!("<main>{P}{entry}{entry}</main>"), &probabilities),
        [true, false, false, true, true, false, false, true, true]
    );
}

#[test]
fn a_doubtful_line_in_the_box_of_a_note_stands_where_the_box_does() {
    let page =
        |class: &str| format!("<main>{P}{P}<div class=\"{class}\"><p>A value of zero reads nothing.</p></div>{P}{P}</main>");
    let probabilities = [0.95, 0.95, 0.4, 0.95, 0.95];
    assert_eq!(stay(&page("notecard note"), &probabilities), [true; 5]);
    assert_eq!(stay(&page("banner"), &probabilities), [true, true, false, true, true]);
}

#[test]
fn a_heading_over_an_image_or_a_table_is_over_the_text_below() {
    let page = |between: &str, heading: &str| format!("<main>{}{heading}{between}{}</main>", P.repeat(2), P.repeat(4));
    let stays = |page: &str, n: usize| stay(page, &[&[0.95; 2][..], &[0.2], &vec![0.2; n], &[0.95; 4]].concat())[2];
    assert!(stays(&page("<figure><img src=a.jpg><figcaption>A ferry</figcaption></figure>", "<h2>Foo</h2>"), 1));
    assert!(stays(&page("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "<h2>Foo</h2>"), 4));
    assert!(stays(&page("", "<h2><div>Foo</div></h2>"), 0));
    assert!(!stays(&page("<div>Run by Ada</div>", "<h2>Foo</h2>"), 1));
}

#[test]
fn what_says_that_it_is_a_part_of_the_text_stays_within_it() {
    let page = |part: &str| format!("<main>{}{part}{}</main>", P.repeat(4), P.repeat(2));
    let stays = |part: &str, p: f32, n: usize| stay(&page(part), &[&[0.95; 4][..], &vec![p; n], &[0.95; 2]].concat())[4];
    assert!(stays("<div class=callout>Mind the gap.</div>", 0.3, 1));
    assert!(!stays("<div class=callout>Mind the gap.</div>", 0.15, 1));
    assert!(!stays("<div class=box>Mind the gap.</div>", 0.3, 1));
    assert!(stays("<div><math><mi>a</mi></math> meters</div>", 0.2, 1));
    assert!(stays("<figure><figcaption>A gap</figcaption><pre>gap()</pre></figure>", 0.2, 2));
    assert!(!stays("<figure><figcaption class=header>Terminal</figcaption><pre>gap()</pre></figure>", 0.2, 2));
    let table = "<table><tr><th>a<th>b<tr><td>1<td>2</table>";
    assert!(
        stay(&page(&format!("{table}<p>From the log</p>")), &[0.95, 0.95, 0.95, 0.95, 0.3, 0.3, 0.3, 0.3, 0.3, 0.95, 0.95])[8]
    );
    assert!(
        stay(&page(&format!("<figure>A log{table}</figure>")), &[0.95, 0.95, 0.95, 0.95, 0.1, 0.3, 0.3, 0.3, 0.3, 0.95, 0.95])[5]
    );
    let details = format!("<details><summary>Why?</summary>{P}</details>");
    assert!(stay(&page(&details), &[0.95, 0.95, 0.95, 0.95, 0.2, 0.9, 0.95, 0.95])[4]);
}
