//! Whole pages in miniature: which of the things a page says is believed.

use super::{Field, Metadata, Source, metadata};
use crate::Page;

/// The metadata of a page with this head and body, in the address that the cases share.
fn read(head: &str, body: &str) -> Metadata {
    let html = format!("<html lang=\"en\"><head>{head}</head><body>{body}</body></html>");
    metadata(&Page::parse(html), "https://news.example.com/town/quiet-street")
}

fn check_title(head: &str, body: &str, want: &str) {
    assert_eq!(read(head, body).title, want, "{head} {body}");
}

#[test]
fn title_is_the_heading_that_matches_the_claims() {
    check_title("<title>A quiet street - Example</title>", "<h1>Example</h1><h1>A quiet street</h1>", "A quiet street");
    check_title("<title>A quiet street | Town | Example</title>", "<h2>Town</h2><h2>A quiet street</h2>", "A quiet street");
    // Search engines are told another headline than readers.
    check_title(
        "<title>Why streets are quiet in 2019</title>",
        "<h1>Why our streets are so quiet</h1>",
        "Why our streets are so quiet",
    );
    // A teaser's heading is not the article's.
    check_title("<title>A quiet street</title>", "<h1>More from the town</h1><h1>Weather</h1>", "A quiet street");
    check_title("<title>A quiet street</title>", "<nav><h1>A quiet street</h1></nav><h1>A quiet street</h1>", "A quiet street");
}

#[test]
fn a_heading_that_leads_to_the_start_of_the_site_is_its_name() {
    check_title(
        "<title>Notes by the river: A quiet street</title>",
        r#"<h1><a href="https://river.example/">Notes by the river</a></h1><h3>A quiet street</h3>"#,
        "A quiet street",
    );
    // A page may be titled with the same link as its home page.
    check_title("<title>A quiet street</title>", r#"<h1><a href="/">A quiet street</a></h1>"#, "A quiet street");
}

#[test]
fn title_kickers_are_left_out() {
    let og = r#"<meta property="og:title" content="A quiet street">"#;
    check_title(og, "<h1><span>Town life</span> <span>A quiet street</span></h1>", "A quiet street");
    check_title("", r#"<h1><span class="kicker">Town life</span><span>A quiet street</span></h1>"#, "A quiet street");
}

#[test]
fn title_is_claimed_where_no_heading_shows_it() {
    check_title("<title>A quiet street</title>", "<p>Text</p>", "A quiet street");
    check_title("", "<h2>A quiet street</h2><p>Text</p>", "A quiet street");
    check_title(r#"<meta property="og:title" content="Tom &amp;amp; Ada">"#, "", "Tom & Ada");
    check_title("", "", "");
}

#[test]
fn title_kickers_are_left_out_where_some_claim_leaves_them_out() {
    let both = r#"<title>Town life: A quiet street</title><meta property="og:title" content="A quiet street">"#;
    check_title(both, "<h1><span>Town life</span><span>: </span><span>A quiet street</span></h1>", "A quiet street");
    let whole = "<title>Town life: A quiet street</title>";
    check_title(whole, "<h1><span>Town life:</span> <span>A quiet street</span></h1>", "Town life: A quiet street");
}

#[test]
fn title_the_site_in_the_heading_is_left_out() {
    let head = r#"<title>A quiet street | Example Town</title><meta property="og:site_name" content="Example Town">"#;
    check_title(head, "<h1>A quiet street | Example Town</h1>", "A quiet street");
    let path =
        r#"<h1><a>Example</a> <i></i> <a>Towns</a> <i></i> <a>Streets</a> <i></i> <a>North</a> <i></i> A quiet street</h1>"#;
    check_title("<title>A quiet street</title>", path, "A quiet street");
    // A product's name may begin with the site's.
    check_title("<title>Example - with lamps</title>", "<h1>Example - with lamps</h1>", "Example - with lamps");
}

#[test]
fn title_the_book_above_the_chapter_is_not_the_headline() {
    let head = "<title>Quiet streets - The Book of Towns</title>";
    check_title(head, "<h1>The Book of Towns</h1><h2>Contents</h2><h2>Quiet Streets</h2>", "Quiet Streets");
    let head = r#"<title>Towns - detail</title><meta property="og:title" content="A quiet street">"#;
    check_title(head, "<h1>detail</h1><h1>A quiet street</h1>", "A quiet street");
}

#[test]
fn title_buttons_and_signs_in_the_heading_are_no_part_of_it() {
    check_title("", "<h1>A quiet <span>street</span> <button>Copy the path</button></h1>", "A quiet street");
    check_title("<title>Streets of &lt;br&gt; tags</title>", "<h1>Streets of &lt;br&gt; tags</h1>", "Streets of <br> tags");
}

#[test]
fn title_is_found_behind_long_menus_and_lists() {
    let menu = r#"<div class="title">Shoes</div>"#.repeat(200);
    check_title("<title>Why streets are quiet</title>", &format!("{menu}<h1>A quiet street</h1>"), "A quiet street");
    let teasers: String = (0..3).map(|n| format!(r#"<h3 itemprop="headline">Another street {n}</h3>"#)).collect();
    check_title("<title>A quiet street</title>", &format!("<h1>A quiet street in town</h1>{teasers}"), "A quiet street in town");
    let questions = r#"<script type="application/ld+json">{"@type": "FAQPage", "mainEntity":
        [{"@type": "Question", "name": "Are streets quiet?"}]}</script>"#;
    check_title(&format!("<title>Streets</title>{questions}"), "<p>Text</p>", "Streets");
}

#[test]
fn title_of_a_home_page_is_the_sites_name() {
    let head = r#"<meta property="og:site_name" content="The Quiet Times"><meta property="og:title" content="Home">"#;
    check_title(&format!("{head}<title>Home - The Quiet Times</title>"), "<h2>Top stories</h2>", "The Quiet Times");
    // Some templates give every page's title as the site's name.
    let head = r#"<title>A very quiet street</title><meta name="application-name" content="A very quiet street">"#;
    check_title(head, "<h2>More streets</h2><p>Text</p>", "A very quiet street");
}

fn check_byline(head: &str, body: &str, want: &[&str]) {
    let body = format!("<h1>A quiet street</h1>{body}");
    assert_eq!(read(head, &body).byline, want, "{head} {body}");
}

#[test]
fn byline_linked_data_comes_first_and_references_are_followed() {
    let data = |author: &str| {
        format!(
            r#"<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "A quiet street", "author": {author}}}</script>"#
        )
    };
    check_byline(&data(r#"{"@type": "Person", "name": "Ada Lovelace"}"#), "", &["Ada Lovelace"]);
    check_byline(&data(r#"["Ada Lovelace", {"name": "Alan Turing"}]"#), "", &["Ada Lovelace", "Alan Turing"]);
    check_byline(&data(r#"{"@type": "Organization", "name": "Example News"}"#), "", &["Example News"]);
    // An organization stands back when the page names a person.
    check_byline(&data(r#"{"@type": "Organization", "name": "Example News"}"#), "<p>By Ada Lovelace</p>", &["Ada Lovelace"]);
    let graph = r##"<script type="application/ld+json">{"@graph": [{"@type": "Article", "author": {"@id": "#a"}},
        {"@type": "Person", "@id": "#a", "name": "Ada Lovelace"}]}</script>"##;
    check_byline(graph, "", &["Ada Lovelace"]);
}

#[test]
fn byline_addresses_and_handles_are_no_names() {
    check_byline(r#"<meta property="article:author" content="https://example.com/ada">"#, "", &[]);
    check_byline(r#"<meta name="twitter:creator" content="@ada">"#, "", &[]);
    check_byline(r#"<meta name="author" content="admin">"#, "", &[]);
    check_byline(r#"<meta name="citation_author" content="Lovelace, Ada">"#, "", &["Ada Lovelace"]);
    let card = r#"<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Lovelace">"#;
    check_byline(card, "", &["Ada Lovelace"]);
}

#[test]
fn byline_is_read_by_the_headline() {
    check_byline("", r#"<p class="byline">By <a>Ada Lovelace</a> and <a>Alan Turing</a></p>"#, &["Ada Lovelace", "Alan Turing"]);
    check_byline("", r#"<div><span>By</span><a rel="author">Ada Lovelace</a><span>Editor</span></div>"#, &["Ada Lovelace"]);
    check_byline("", "<p>by ada, October 16, 2019</p>", &["ada"]);
    check_byline("", r#"<img alt="Ada Lovelace"><p>Ada Lovelace</p>"#, &["Ada Lovelace"]);
    // A photographer, a comment's author and a slogan are nobody's byline.
    check_byline("", r#"<figure><p class="author">Ada Lovelace</p></figure>"#, &[]);
    check_byline("", r#"<div class="comments"><p class="author">Ada Lovelace</p></div>"#, &[]);
    check_byline("", r#"<p class="author">Stay connected with me</p>"#, &[]);
    // The account that published is not who wrote.
    check_byline(r#"<meta name="author" content="Web Desk2">"#, "<p>By Ada Lovelace</p>", &["Ada Lovelace"]);
}

#[test]
fn byline_is_not_whom_the_article_is_about() {
    let about = r#"<h1>Ada Lovelace on quiet streets</h1><img alt="Ada Lovelace"><p>Ada Lovelace</p><p>By Alan Turing</p>"#;
    assert_eq!(read("", about).byline, ["Alan Turing"]);
    // A caption that goes on after what looks like a name.
    check_byline("", r#"<img alt="Quiet Street in town"><p>Quiet Street in town</p>"#, &[]);
    let reviewed = r#"<p>Peer reviewed by <a rel="author">Alan Turing</a></p><p>By <a rel="author">Ada Lovelace</a></p>"#;
    check_byline("", reviewed, &["Ada Lovelace"]);
}

#[test]
fn byline_accounts_give_way_to_names() {
    check_byline(
        r#"<meta property="article:author" content="adalovelace">"#,
        r#"<a rel="author">Ada Lovelace</a>"#,
        &["Ada Lovelace"],
    );
    check_byline(r#"<meta property="article:author" content="ada_l">"#, "<p>Author: Ada Lovelace</p>", &["Ada Lovelace"]);
    check_byline(r#"<meta property="article:author" content="ada_l">"#, "<p>Text</p>", &["ada_l"]);
    check_byline(r#"<meta name="author" content="adalovelace, Ada Lovelace">"#, "", &["Ada Lovelace"]);
}

#[test]
fn byline_is_found_in_the_articles_own_footer_and_under_labels() {
    let body = r#"<div><header><h1>A quiet street</h1></header><footer><p class="byline">By Ada Lovelace</p></footer></div>"#;
    assert_eq!(read("", body).byline, ["Ada Lovelace"]);
    check_byline("", "<footer><p>By Ada Lovelace</p></footer>", &[]);
    let far = "<p>Nobody knows why the street is quiet.</p>".repeat(80);
    check_byline("", &format!("<div>{far}<h5>Author: </h5>Ada Lovelace</div>"), &["Ada Lovelace"]);
}

#[test]
fn byline_credits_of_chinese_reports_are_read() {
    let page = |body: &str| read("", &format!("<h1>小镇的街道为什么安静</h1>{body}")).byline;
    assert_eq!(page("<p><a>记者博客</a></p><p>昨日街道很安静。（本报记者 张三）</p><p>来源：小镇日报 编辑：李四</p>"), ["张三"]);
    assert_eq!(page("<p>昨日街道很安静。</p><p>来源：小镇日报 编辑：李四</p>"), ["李四"]);
    assert_eq!(page("<p>记者了解到，街道很安静。</p>"), Vec::<String>::new());
}

fn check_dates(head: &str, body: &str, published: Option<&str>, modified: Option<&str>) {
    let body = format!("<h1>A quiet street</h1>{body}");
    let got = read(head, &body);
    assert_eq!((got.published.as_deref(), got.modified.as_deref()), (published, modified), "{head} {body}");
}

#[test]
fn dates_each_is_of_the_kind_that_its_words_say() {
    let shown = "<p>Published October 16, 2019 · Updated October 18, 2019</p>";
    check_dates("", shown, Some("2019-10-16"), Some("2019-10-18"));
    check_dates("", "<p><b>Last updated:</b> <span>18 October 2019</span></p>", None, Some("2019-10-18"));
    check_dates("", r#"<time datetime="2019-10-16T10:30:00+02:00">Wednesday</time>"#, Some("2019-10-16T10:30:00+02:00"), None);
    check_dates("", "<p>2019年10月16日更新</p>", None, Some("2019-10-16"));
}

#[test]
fn dates_in_prose_and_in_the_site_frame_are_not_the_articles() {
    check_dates("", "<p>On the morning of October 16, 2019 the street was quiet, and nobody knew why it was so.</p>", None, None);
    check_dates("", "<footer><p>October 16, 2019</p></footer>", None, None);
    check_dates("", r#"<div class="related"><time>October 16, 2019</time></div>"#, None, None);
}

#[test]
fn dates_what_is_shown_corrects_what_is_claimed() {
    let claimed = |date: &str| format!(r#"<meta property="article:published_time" content="{date}">"#);
    // Imported articles claim the day of their import.
    check_dates(&claimed("2021-05-01T00:00:00Z"), "<p>October 16, 2019</p>", Some("2019-10-16"), None);
    // In universal time the publisher's evening falls on the next day.
    check_dates(&claimed("2019-10-17T02:00:00Z"), "<p>October 16, 2019</p>", Some("2019-10-16"), None);
    check_dates(&claimed("2019-10-16T12:00:00Z"), "<p>October 18, 2019</p>", Some("2019-10-16T12:00:00Z"), None);
    check_dates(&claimed("1970-01-01T00:00:00Z"), "", None, None);
    // The same evening by the reader's clock; a newspaper's article, claimed for the printed issue.
    check_dates(&claimed("2019-10-17 01:30"), "<p>Oct 16, 2019 | 9:30 pm</p>", Some("2019-10-16T21:30:00"), None);
    check_dates(&claimed("2019-10-17"), "<p>16.10.2019, 21:30 Uhr</p>", Some("2019-10-16T21:30:00"), None);
    // That it was changed on the claimed day proves nothing.
    let both = "<p>Published October 16, 2019 · Updated October 18, 2019</p>";
    check_dates(&claimed("2019-10-18"), both, Some("2019-10-16"), Some("2019-10-18"));
}

#[test]
fn dates_two_sources_that_agree_are_believed_more_than_one() {
    let head =
        r#"<meta property="article:published_time" content="2019-10-14T09:00:00+02:00"><meta name="date" content="2019-10-16">"#;
    check_dates(head, "<p>16.10.2019</p>", Some("2019-10-16"), None);
    check_dates(head, "", Some("2019-10-14T09:00:00+02:00"), None);
    let changed = r#"<meta property="article:modified_time" content="2019-10-16">"#;
    check_dates(&format!("{head}{changed}"), "<p>16.10.2019</p>", Some("2019-10-14T09:00:00+02:00"), Some("2019-10-16"));
}

#[test]
fn dates_the_nearest_to_the_headline_is_the_articles() {
    let suggested = format!("<p>{}</p><time>October 18, 2019</time>", "Nobody knows why the street is quiet. ".repeat(5));
    check_dates("", &format!(r#"<p class="meta">October 16, 2019</p>{suggested}"#), Some("2019-10-16"), None);
    // The element within gives the line's date its zone.
    let zoned = r#"<p class="date">On <time datetime="2019-10-16T10:30:00+02:00">October 16, 2019</time>, ada wrote</p>"#;
    check_dates("", zoned, Some("2019-10-16T10:30:00+02:00"), None);
    // An update stays one in the element within that has only its date.
    check_dates("", r#"<p class="date">Updated on <span class="day">October 18, 2019</span></p>"#, None, Some("2019-10-18"));
    // The day in the headline itself is what the article is about.
    let got = read("", r#"<div class="info"><h1>Results, 14.10.2019</h1><p>16.10.2019</p></div>"#);
    assert_eq!(got.published.as_deref(), Some("2019-10-16"));
}

#[test]
fn dates_of_members_are_not_the_articles() {
    let body = r#"<p><b>Joined:</b> Tue Dec 11, 2018</p><p>» Wed Oct 16, 2019 1:47 am</p>"#;
    check_dates("", body, Some("2019-10-16T01:47:00"), None);
}

#[test]
fn dates_in_attributes_and_under_labels_are_found() {
    check_dates(
        "",
        r#"<p>ada <span class="age" title="2019-10-16T10:30:00">3 hours ago</span></p>"#,
        Some("2019-10-16T10:30:00"),
        None,
    );
    let far = format!("<p>{}</p>", "Nobody knows why the street is quiet. ".repeat(100));
    let labeled = r#"<h3>Published</h3><p><time datetime="2019-10-16">last year</time></p>"#;
    check_dates("", &format!("{far}{labeled}"), Some("2019-10-16"), None);
    let foot = r#"<p>October 16, 2019. <i>Updated: October 18, 2019</i></p>"#;
    check_dates("", &format!("{far}{foot}"), Some("2019-10-16"), Some("2019-10-18"));
    check_dates(
        "",
        "<div>http://town.example 2019-10-16 10:30 来源：小镇日报　记者关于安静街道的报道</div>",
        Some("2019-10-16T10:30:00"),
        None,
    );
}

#[test]
fn every_field_has_its_source() {
    let head = concat!(
        r#"<title>A quiet street</title><meta property="og:site_name" content="Example">"#,
        r#"<meta property="og:image" content="/street.jpg"><link rel="canonical" href="/town/quiet-street">"#,
        r#"<meta name="description" content="Nobody knows why."><meta name="keywords" content="town, streets">"#,
        r#"<meta property="article:section" content="Town">"#,
    );
    let got = read(head, "<h1>A quiet street</h1>");
    assert_eq!(got.site_name.as_deref(), Some("Example"));
    assert_eq!(got.lead_image.as_deref(), Some("https://news.example.com/street.jpg"));
    assert_eq!(got.canonical.as_deref(), Some("https://news.example.com/town/quiet-street"));
    assert_eq!(got.excerpt.as_deref(), Some("Nobody knows why."));
    assert_eq!(got.tags, ["town", "streets"]);
    assert_eq!(got.section.as_deref(), Some("Town"));
    let source = |field| got.sources.iter().find(|(each, _)| *each == field).map(|(_, source)| *source);
    assert_eq!(source(Field::Title), Some(Source::Heading));
    assert_eq!(source(Field::SiteName), Some(Source::OpenGraph));
    assert_eq!(source(Field::Canonical), Some(Source::Link));
    assert_eq!(source(Field::Excerpt), Some(Source::Meta));
    assert_eq!(source(Field::Lang), Some(Source::Root));
}

/// Pages made to cost time: each would take minutes if anything looked at every pair of its elements.
#[test]
fn hostile_pages_are_read_in_linear_time() {
    let many = |piece: &str| piece.repeat(40_000);
    let deep = format!("{}x{}", many(r#"<div class="author date title">"#), many("</div>"));
    for body in [
        deep,
        many(r#"<h1 class="author">a</h1>"#),
        many(r#"<p class="byline"></p>"#),
        many("<p>By A 1.1.19</p>"),
        many(r#"<i itemprop="author">x</i>"#),
        "<".repeat(400_000),
    ] {
        metadata(&Page::parse(format!("<html><head><title>x</title></head><body><h1>y</h1>{body}</body></html>")), "");
    }
    for head in
        [many(r#"<meta name="author" content="A B, C D">"#), format!(r#"<meta name="author" content="{}">"#, many("&lt;a "))]
    {
        metadata(&Page::parse(format!("<html><head>{head}</head><body></body></html>")), "");
    }
    let script =
        format!(r#"<script type="application/ld+json">{}</script>"#, many(r#"{"@type": "WebPage", "image": {"@id": "x"}}"#));
    metadata(&Page::parse(format!("<html><head>{script}</head><body></body></html>")), "");
}
