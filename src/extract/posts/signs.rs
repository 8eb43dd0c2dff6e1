//! The signs of a post: elements that name an author, tell a time, or say by their type what they are.

use crate::extract::hidden::Sight;
use crate::letters;
use crate::metadata::clues::words;
use crate::metadata::filter::Filter;
use crate::page::{Memo, NodeId, NodeMap, Page, Tag};

/// An element that is a sign, and how plainly it says so.
#[derive(Clone, Copy, Debug)]
pub struct Sign {
    pub node: NodeId,
    pub rank: u8,
}

/// All signs of a page, each kind in document order.
#[derive(Clone, Debug, Default)]
pub struct Signs {
    pub authors: Vec<Sign>,
    pub times: Vec<Sign>,
    /// Elements whose `itemtype` is that of a post.
    pub typed: Vec<(NodeId, Type)>,
    /// Elements that say they hold a post's text (`itemprop`).
    pub texts: Vec<NodeId>,
    /// Headings with a link to another page in them, or in such a link: those of teasers.
    pub leads: Vec<NodeId>,
    /// The page says that it is a thread.
    pub says_thread: bool,
    /// The page says that it is an article.
    pub says_article: bool,
}

/// What an `itemtype` of schema.org says of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// What opens a thread.
    Opening,
    /// An answer to a question.
    Answer,
    /// A comment or a review: in a thread an answer, under an article a remark.
    Comment,
}

/// More characters than this are no name and no time.
const MAX_SIGN: usize = 60;
/// What is stated to be an author may be a card with their standing on it.
const MAX_STATED: usize = 200;

/// Looks at every element once.
pub fn signs(page: &Page, sights: &NodeMap<Sight>, url: &str) -> Signs {
    let mut signs = Signs::default();
    let mut named = Memo::new();
    for node in page.nodes() {
        let tag = page.tag(node);
        if tag == Tag::Script {
            read_script(page, node, &mut signs);
        }
        if tag == Tag::Text || sights.get(node) == Sight::Never {
            continue;
        }
        if tag.heading_level().is_some() && leads_elsewhere(page, node, url) {
            signs.leads.push(node);
        }
        let own = look_at(page, node, tag, &mut named, &mut signs);
        if own.author > 0 && is_short(page, node, if own.author == STATED { MAX_STATED } else { MAX_SIGN }) {
            signs.authors.push(Sign { node, rank: own.author });
        }
        if own.time > 0 && is_time(page, node) {
            signs.times.push(Sign { node, rank: own.time });
        }
    }
    signs
}

/// How plainly an element says that it is a name or a time; 0 when it does not.
#[derive(Clone, Copy, Debug, Default)]
struct Ranks {
    author: u8,
    time: u8,
}

impl Ranks {
    fn of_classes(classes: &str) -> Ranks {
        static OUTLINES: Filter<16> = Filter::outlines(&[&AUTHORS, &TIMES]);
        let mut ranks = Ranks::default();
        for class in classes.split_ascii_whitespace().take(MAX_WORDS) {
            for word in words(class).filter(|word| OUTLINES.may_have_outline(word)) {
                if AUTHORS.iter().any(|each| word.eq_ignore_ascii_case(each)) {
                    ranks.author = NAMED;
                }
                if TIMES.iter().any(|each| word.eq_ignore_ascii_case(each)) {
                    ranks.time = NAMED;
                }
            }
        }
        ranks
    }
}

/// Structured data says it; an attribute or element made for it; a class name; an address.
const STATED: u8 = 4;
const MARKED: u8 = 3;
const NAMED: u8 = 2;
const LINKED: u8 = 1;

fn look_at<'a>(page: &'a Page, node: NodeId, tag: Tag, named: &mut Memo<'a, Ranks>, signs: &mut Signs) -> Ranks {
    let mut ranks = Ranks { author: 0, time: if tag == Tag::Time { MARKED } else { 0 } };
    for (name, value) in page.attrs(node) {
        match name {
            "itemtype" => {
                let kind = value.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
                signs.says_thread |= matches!(kind, "QAPage" | "DiscussionForumPosting");
                signs.says_article |= ARTICLES.contains(&kind);
                signs.typed.extend(post_type(kind).map(|kind| (node, kind)));
            }
            "itemprop" => {
                for prop in value.split_ascii_whitespace() {
                    match prop {
                        "author" | "creator" => ranks.author = STATED,
                        "datePublished" | "dateCreated" | "commentTime" => ranks.time = STATED,
                        "text" | "articleBody" | "commentText" | "reviewBody" => signs.texts.push(node),
                        _ => {}
                    }
                }
            }
            "rel" if value.eq_ignore_ascii_case("author") => ranks.author = ranks.author.max(MARKED),
            "href" if tag == Tag::A && is_profile(value) => ranks.author = ranks.author.max(LINKED),
            "class" => {
                let named = named.get(value, Ranks::of_classes);
                ranks = Ranks { author: ranks.author.max(named.author), time: ranks.time.max(named.time) };
            }
            _ => {}
        }
    }
    ranks
}

/// Classes beyond this many only lay out.
const MAX_WORDS: usize = 12;

/// What software for forums, questions and comments calls the one who writes.
#[rustfmt::skip]
const AUTHORS: [&str; 12] = [
    "author", "username", "user", "poster", "nickname", "nick", "commenter", "member", "byline", "creator", "autor", "auteur",
];
/// What it calls the time of writing.
#[rustfmt::skip]
const TIMES: [&str; 12] = [
    "date", "time", "datetime", "timestamp", "posted", "relativetime", "timeago", "postdate", "postedon", "postbit", "datum", "age",
];
/// Types of pages with one text.
#[rustfmt::skip]
const ARTICLES: [&str; 8] = [
    "Article", "NewsArticle", "BlogPosting", "ScholarlyArticle", "TechArticle", "Report", "LiveBlogPosting", "Recipe",
];

fn post_type(kind: &str) -> Option<Type> {
    Some(match kind {
        "Question" | "DiscussionForumPosting" => Type::Opening,
        "Answer" => Type::Answer,
        "Comment" | "UserComments" | "Review" | "UserReview" => Type::Comment,
        _ => return None,
    })
}

/// True for the address of a page about one who writes.
fn is_profile(href: &str) -> bool {
    let bytes = href.as_bytes();
    let mut last = 0;
    bytes.iter().enumerate().any(|(end, &byte)| {
        let before = || bytes.get(..end).unwrap_or_default();
        // Two bytes tell most ends of folders from those that are looked for.
        match (std::mem::replace(&mut last, byte), byte) {
            (b'e' | b'r' | b's' | b'u', b'/') => FOLDERS.iter().any(|folder| before().ends_with(folder.as_bytes())),
            (b'u', b'=') | (b'/', b'@') => true,
            (b's', b't') => before().ends_with(b"memberlis"),
            _ => false,
        }
    })
}

/// Folders in which such pages are.
const FOLDERS: [&str; 8] = ["/user", "/users", "/u", "/member", "/members", "/profile", "/profiles", "/people"];

/// Types are also stated in JSON-LD, apart from what they are about.
fn read_script(page: &Page, node: NodeId, signs: &mut Signs) {
    let is_stated = page.attr(node, "type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"));
    if is_stated {
        let text = page.text_content(node);
        let says = |kind: &str| text.contains(&format!("\"{kind}\""));
        signs.says_thread |= says("QAPage") || says("DiscussionForumPosting");
        signs.says_article |= ARTICLES.iter().any(|kind| says(kind));
    }
}

/// True for a heading that leads to another page; a name over a post leads to the one who wrote it.
fn leads_elsewhere(page: &Page, node: NodeId, url: &str) -> bool {
    let is_link = |each: &NodeId| page.tag(*each) == Tag::A;
    let around = page.ancestors(node).take(2).find(is_link);
    let Some(link) = around.or_else(|| page.descendants(node).find(is_link)) else { return false };
    let Some(href) = page.attr(link, "href") else { return false };
    let is_name = page.attr(link, "class").is_some_and(|classes| Ranks::of_classes(classes).author > 0);
    // A fragment names a place on a page: a post's own address.
    !is_name && !href.contains('#') && path(href) != path(url)
}

/// The path of an address, without site, query and fragment.
fn path(address: &str) -> &str {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let behind_scheme =
        address.split_once("://").map_or(address, |(_, rest)| rest.find('/').map_or("", |at| rest.get(at..).unwrap_or_default()));
    behind_scheme.trim_start_matches("./").trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

/// True for an element with a text of at most so many characters.
fn is_short(page: &Page, node: NodeId, most: usize) -> bool {
    let mut n_chars = 0;
    for text in page.subtree(node).take(MAX_NODES).filter(|each| page.is_text(*each)) {
        n_chars += page.text(text).trim().chars().count();
        if n_chars > most {
            return false;
        }
    }
    n_chars > 0
}

/// An element with more nodes than this is no name and no time.
const MAX_NODES: usize = 40;

/// True for an element that shows a number, or states one in the attributes that machines read.
fn is_time(page: &Page, node: NodeId) -> bool {
    let has_digit = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    let states = ["datetime", "title", "content"].iter().any(|name| page.attr(node, name).is_some_and(has_digit));
    let shows = || page.subtree(node).take(MAX_NODES).any(|each| page.text(each).chars().any(letters::is_numeric));
    states || (shows() && is_short(page, node, MAX_SIGN))
}
