//! Small pages of posts: which are threads, which are comments, which are neither.

use crate::article::{Article, Block, Body, PageKind};
use crate::capture::Facts;
use crate::export::text::text;
use crate::extract::extract_page;
use crate::options::Options;
use crate::page::Page;

/// What three people write, long enough to be read.
const SAID: [&str; 3] = [
    "Since the new weir was built the river runs so slowly past our mill that the wheel stands still until noon. Has anybody here raised a wheel by a hand's breadth without taking the axle out?",
    "We did that two summers ago. You need two jacks, four dry beams and somebody who is not afraid of cold water, and it is done before supper.",
    "Before you lift anything, ask the water board. They lowered the weir for our neighbors when three mills complained together.",
];
const NAMES: [&str; 3] = ["Maren Holt", "Old Tiller", "brookside"];

fn read(body: &str) -> Article {
    let html =
        format!("<html lang=\"en\"><head><title>A slow wheel</title></head><body><h1>A slow wheel</h1>{body}</body></html>");
    let options = Options { read_anyway: true, ..Options::default() };
    extract_page(&Page::parse(html), "https://example.org/t/7", &Facts::default(), &options).unwrap()
}

/// Author, time and depth of each post.
fn heads(blocks: &[Block]) -> Vec<String> {
    let head = |block: &Block| match &block.body {
        Body::Post { author, time, depth, .. } => Some(format!("{author}, {time}, {depth}")),
        _ => None,
    };
    blocks.iter().filter_map(head).collect()
}

fn post(at: usize) -> String {
    format!(
        "<div class=\"post\"><div class=\"side\"><a class=\"username\" href=\"/u/{at}\">{}</a><p>Posts: 1{at}2</p></div>\
         <div class=\"main\"><time datetime=\"2024-03-0{at}T10:00:00Z\">March {at}, 2024</time><div class=\"content\"><p>{}</p></div>\
         <p class=\"tools\"><a href=\"#r\">Reply</a> <a href=\"#q\">Quote</a></p></div></div>",
        NAMES[at - 1],
        SAID[at - 1]
    )
}

#[test]
fn siblings_with_author_time_and_text_are_a_thread() {
    let article = read(&format!("<div class=\"thread\">{}{}{}</div>", post(1), post(2), post(3)));
    assert_eq!(article.kind, PageKind::Thread);
    assert_eq!(
        heads(&article.blocks),
        ["Maren Holt, March 1, 2024, 0", "Old Tiller, March 2, 2024, 0", "brookside, March 3, 2024, 0"]
    );
    let text = text(&article.blocks);
    assert!(SAID.iter().all(|said| text.contains(said)) && !text.contains("Reply") && !text.contains("Posts:"), "{text}");
}

/// Question-and-answer sites sign each post in a box for who edited it and one for who wrote it, with their standing in it, and end with
/// a way in.
#[test]
fn a_signature_in_a_post_is_no_post() {
    let signature = |did: &str, at: usize, stated: &str| {
        format!(
            "<div class=\"post-signature\"><div class=\"user-info\"><div>{did} <span class=\"relativetime\" title=\"2024-03-0{at}\">Mar {at}, \
             2024</span></div><div class=\"user-details\" {stated}><a href=\"/users/{at}/x\">{}</a><div><span>55.4k</span><span>24 \
             gold badges</span><span>197 silver badges</span></div></div></div></div>",
            NAMES[at - 1]
        )
    };
    let post = |kind: &str, editor: usize, at: usize| {
        format!(
            "<time itemprop=\"dateCreated\" datetime=\"2024-03-0{at}\"></time><div class=\"prose\"><p>{}</p></div>{}{}",
            SAID[at - 1],
            signature("edited", editor, ""),
            signature(kind, at, "itemprop=\"author\"")
        )
    };
    let article = read(&format!(
        "<div itemscope itemtype=\"https://schema.org/Question\"><div>{}</div><div itemscope itemtype=\"https://schema.org/Answer\">{}</div>\
         <h3>Sign up or <a href=\"/users/login\">log in</a></h3></div>",
        post("asked", 3, 1),
        post("answered", 1, 2)
    ));
    assert_eq!(heads(&article.blocks), ["Maren Holt, 2024-03-01, 0", "Old Tiller, 2024-03-02, 0"]);
}

#[test]
fn a_heading_that_leads_to_who_wrote_is_no_teasers() {
    let named = |heading: &str| {
        let post =
            |at: usize| post(at).replace(&format!("<a class=\"username\" href=\"/u/{at}\">{}</a>", NAMES[at - 1]), heading);
        heads(&read(&format!("<div>{}{}{}</div>", post(1), post(2), post(3))).blocks).len()
    };
    assert_eq!(named("<h3 class=\"pane_author\"><a href=\"/who/7-maren\">Maren</a></h3>"), 3);
    assert_eq!(named("<h3><a href=\"/profile/7-maren/\">Maren</a></h3>"), 3);
    assert_eq!(named("<h3><a href=\"/news/7-mills\">Mills</a></h3><span class=\"username\">Maren</span>"), 0);
}

#[test]
fn a_short_answer_in_a_thread_stays() {
    let post = |at: usize| if at == 3 { post(at).replace(SAID[2], "Thanks!") } else { post(at) };
    let article = read(&format!("<div class=\"thread\">{}{}{}</div>", post(1), post(2), post(3)));
    assert!(text(&article.blocks).ends_with("Thanks!"), "{}", text(&article.blocks));
}

#[test]
fn a_name_in_a_heading_over_a_post_makes_it_no_teaser() {
    let post = |at| post(at).replace("<a class", "<h4><a class").replace("</a><p>", "</a></h4><p>");
    let thread = format!("<div class=\"thread\">{}{}{}</div>", post(1), post(2), post(3));
    assert_eq!(read(&thread).kind, PageKind::Thread);
    assert_eq!(read(&thread.replace("username", "headline").replace("/u/", "/t/")).kind, PageKind::Article);
}

#[test]
fn a_table_of_posts_is_no_table() {
    let row = |at: usize| {
        format!(
            "<tr class=\"message\"><td class=\"author\">{}<br></td><td><span class=\"date\">March {at}, 2024</span><div class=\"text\">{}</div></td></tr>",
            NAMES[at - 1],
            SAID[at - 1]
        )
    };
    let article = read(&format!("<table><tbody>{}{}{}</tbody></table>", row(1), row(2), row(3)));
    assert_eq!(heads(&article.blocks).len(), 3, "{:#?}", article.blocks);
}

#[test]
fn types_tell_a_question_and_its_answers() {
    let part = |kind: &str, at: usize| {
        format!(
            "<div itemscope itemtype=\"https://schema.org/{kind}\"><div itemprop=\"text\"><p>{}</p></div>\
             <p>written <time itemprop=\"dateCreated\" datetime=\"2024-03-0{at}\">some time ago</time> by \
             <span itemprop=\"author\" itemscope><a href=\"/users/{at}\"><span itemprop=\"name\">{}</span></a> 1,204</span></p></div>",
            SAID[at - 1],
            NAMES[at - 1]
        )
    };
    let page =
        format!("<main itemscope itemtype=\"https://schema.org/QAPage\">{}{}</main>", part("Question", 1), part("Answer", 2));
    let article = read(&page);
    assert_eq!(article.kind, PageKind::Thread);
    assert_eq!(heads(&article.blocks), ["Maren Holt, 2024-03-01, 0", "Old Tiller, 2024-03-02, 0"]);
}

#[test]
fn comments_under_an_article_stand_apart() {
    let story: String = (0..6).map(|_| format!("<p>{} {}</p>", SAID[1], SAID[2])).collect();
    let comment = |at: usize, inner: &str| {
        format!(
            "<li class=\"comment\"><div class=\"comment-body\"><b class=\"comment-author\">{}</b> <time datetime=\"2024-04-0{at}\">April {at}, 2024</time>\
             <div class=\"comment-content\"><p>Thank you, we will try that at our own mill number {at} before the winter comes.</p></div></div>{inner}</li>",
            NAMES[at - 1]
        )
    };
    let answer = format!("<ul class=\"children\">{}</ul>", comment(2, ""));
    let page = format!(
        "<article><h2>How a wheel is raised</h2>{story}</article><section id=\"comments\"><h3>3 comments</h3><ol class=\"comment-list\">{}{}</ol></section>",
        comment(1, &answer),
        comment(3, "")
    );
    let article = read(&page);
    assert_eq!(article.kind, PageKind::Article);
    assert_eq!(
        heads(&article.comments),
        ["Maren Holt, April 1, 2024, 0", "Old Tiller, April 2, 2024, 1", "brookside, April 3, 2024, 0"]
    );
    assert!(heads(&article.blocks).is_empty() && !text(&article.blocks).contains("our own mill"));
}

#[test]
fn teasers_are_no_posts() {
    let teaser = |at: usize| {
        format!(
            "<article class=\"card\"><h3><a href=\"/story/{at}\">Story number {at} of the mills along the river</a></h3>\
             <p class=\"byline\">{}</p><time>March {at}, 2024</time><p>{}</p></article>",
            NAMES[at - 1],
            SAID[at - 1]
        )
    };
    let article = read(&format!("<div>{}{}{}</div>", teaser(1), teaser(2), teaser(3)));
    assert!(heads(&article.blocks).is_empty() && article.comments.is_empty());
    assert_ne!(article.kind, PageKind::Thread);
}

#[test]
fn the_first_post_is_shown_once() {
    let article = read(&format!("<div class=\"thread\">{}{}{}{}</div>", post(1), post(1), post(2), post(3)));
    assert_eq!(text(&article.blocks).matches(SAID[0]).count(), 1);
}

/// An article with these comments under it.
fn commented(comments: &str) -> Article {
    let story = SAID.map(|said| format!("<p>{said}</p>")).concat().repeat(4);
    read(&format!("<article>{story}</article><section class=\"comments\"><ol>{comments}</ol></section>"))
}

#[test]
fn a_name_is_the_name_alone() {
    let comment = |at: usize, name: &str| {
        format!(
            "<li class=\"comment\"><div class=\"comment-author vcard\">{name}</div><time>May {at}, 2021</time>\
             <p>Ours stood still for a whole summer, and nobody in the village missed the noise.</p></li>"
        )
    };
    let said = comment(1, "<b class=\"fn\">Maren Holt</b> <span class=\"says\">says:</span>");
    let article = commented(&format!("{said}{}", comment(2, "<span>Old Tiller</span> says")));
    assert_eq!(heads(&article.comments), ["Maren Holt, May 1, 2021, 0", "Old Tiller, May 2, 2021, 0"]);
}

#[test]
fn one_comment_is_one_and_no_thread() {
    let comment = "<li class=\"comment\"><cite class=\"user\">brookside</cite> <span class=\"datetime\">May 2, 2021</span>\
                   <p>Ours stood still for a whole summer, and nobody in the village missed the noise.</p></li>";
    let article = commented(comment);
    assert_eq!(heads(&article.comments), ["brookside, May 2, 2021, 0"]);
    assert!(!text(&article.blocks).contains("missed the noise"));
}

#[test]
fn a_heading_that_names_the_author_is_no_teaser() {
    let email = |at: usize| {
        format!(
            "<div class=\"email\"><div class=\"email-date\">March {at}, 2024</div><div class=\"email-author\"><h2 class=\"name\">\
             <a href=\"/accounts/{at}/\">{}</a></h2></div><div class=\"email-body\"><p>{}</p></div></div>",
            NAMES[at - 1],
            SAID[at - 1]
        )
    };
    let article = read(&format!("<div>{}{}{}</div>", email(1), email(2), email(3)));
    let want = ["Maren Holt, March 1, 2024, 0", "Old Tiller, March 2, 2024, 0", "brookside, March 3, 2024, 0"];
    assert_eq!(heads(&article.blocks), want);
}

#[test]
fn elements_that_a_page_defines_are_posts_however_deep_they_answer() {
    let post = |at: usize, answers: &str| {
        format!(
            "<mill-comment class=\"pad-{}\"><a href=\"/user/{at}/\">{}</a> <time datetime=\"2024-03-0{at}\">a year ago</time>\
             <div><p>{}</p></div>{answers}</mill-comment>",
            if answers.is_empty() { "small" } else { "large" },
            NAMES[at - 1],
            SAID[at - 1]
        )
    };
    let article = read(&format!("<mill-tree>{}{}</mill-tree>", post(1, &post(2, "")), post(3, "")));
    let want = ["Maren Holt, 2024-03-01, 0", "Old Tiller, 2024-03-02, 1", "brookside, 2024-03-03, 0"];
    assert_eq!(heads(&article.blocks), want);
}

#[test]
fn accounts_are_named_in_a_query_too_and_labels_between_posts_are_nobodys() {
    let row = |at: usize| {
        format!(
            "<tr class=\"row\"><td><a href=\"user?id={at}\">{}</a> <span class=\"age\" title=\"2024-03-0{at}T10:00:00\">1 day ago</span>\
             </td><td><div class=\"text\">{}</div></td></tr>",
            NAMES[at - 1],
            SAID[at - 1]
        )
    };
    let article = read(&format!("<table>{}{}{}</table><h2>Your answer</h2><p>Sign in to answer</p>", row(1), row(2), row(3)));
    assert_eq!(heads(&article.blocks).len(), 3, "{:?}", heads(&article.blocks));
    assert!(!text(&article.blocks).contains("nswer"), "{}", text(&article.blocks));
}

#[test]
fn a_time_is_said_without_what_was_done() {
    let post = |at: usize| {
        post(at).replace(
            &format!("<time datetime=\"2024-03-0{at}T10:00:00Z\">March {at}, 2024</time>"),
            &format!("<div class=\"user-action-time\">asked <span class=\"relativetime\" title=\"2024-03-0{at}\">Mar {at}, 2024</span></div>"),
        )
    };
    let article = read(&format!("<div class=\"thread\">{}{}{}</div>", post(1), post(2), post(3)));
    assert_eq!(heads(&article.blocks).first().map(String::as_str), Some("Maren Holt, Mar 1, 2024, 0"));
}

/// Sites with a box of its own for what was asked make no post of it, and the model doubts short answers deep below it.
#[test]
fn answers_are_a_thread_though_what_was_asked_is_no_post() {
    let answer = |at: usize, inner: &str| {
        format!(
            "<x-comment><div><a href=\"/user/{at}\">{}</a> <time datetime=\"2024-03-0{at}T10:00:00Z\">{at}d ago</time></div>\
             <div class=\"md\"><p>{}</p></div><div><button>Reply</button><button>Award</button></div>{inner}</x-comment>",
            NAMES[at - 1],
            SAID[at - 1]
        )
    };
    const MORE: &str = "I have measured it for a month, morning and evening, with a stick that my father marked.";
    let asked = format!("<x-post><a href=\"/r/mills\">mills</a><div class=\"md\"><p>{}</p><p>{MORE}</p></div></x-post>", SAID[0]);
    let article = read(&format!("<main>{asked}<h2>Comments</h2>{}</main>", answer(2, &answer(3, ""))));
    assert_eq!(heads(&article.blocks), ["Old Tiller, 2024-03-02T10:00:00Z, 0", "brookside, 2024-03-03T10:00:00Z, 1"]);
    assert!(SAID.iter().all(|said| text(&article.blocks).contains(said)));
}
