//! The signs of a post: elements that name an author, tell a time, or say by their type what they are.

use crate::extract::hidden::Sight;
use crate::extract::said::Said;
use crate::extract::survey::Survey;
use crate::letters;
use crate::page::{NodeId, Page, Tag};

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
pub fn signs(survey: &Survey<'_>, url: &str) -> Signs {
    let page = survey.page;
    let mut signs = Signs::default();
    for node in page.nodes() {
        let tag = page.tag(node);
        if tag == Tag::Script {
            read_script(page, node, &mut signs);
        }
        if tag == Tag::Text || survey.sights.get(node) == Sight::Never {
            continue;
        }
        if tag.heading_level().is_some() && leads_elsewhere(survey, node, url) {
            signs.leads.push(node);
        }
        let own = look_at(survey, node, tag, &mut signs);
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

/// Structured data says it; an attribute or element made for it; a class name; an address.
const STATED: u8 = 4;
const MARKED: u8 = 3;
const NAMED: u8 = 2;
const LINKED: u8 = 1;

fn look_at(survey: &Survey<'_>, node: NodeId, tag: Tag, signs: &mut Signs) -> Ranks {
    let said = survey.elements.get(node).said;
    let mut ranks = Ranks { author: 0, time: 0 };
    for (by, rank) in [(Said::MEMBER, LINKED), (Said::WRITER, NAMED), (Said::RELATED, MARKED)] {
        ranks.author = if said.any(by) { rank } else { ranks.author };
    }
    for (is_so, rank) in [(said.any(Said::TIME), NAMED), (tag == Tag::Time, MARKED)] {
        ranks.time = if is_so { rank } else { ranks.time };
    }
    if !said.any(Said::ITEM) {
        return ranks;
    }
    for (name, value) in survey.page.attrs(node) {
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
            _ => {}
        }
    }
    ranks
}

/// What software for forums, questions and comments calls the one who writes.
#[rustfmt::skip]
pub const AUTHORS: &[&str] = &[
    "author", "username", "user", "poster", "nickname", "nick", "commenter", "member", "byline", "creator", "autor", "auteur",
    "postusername",
];
/// What it calls the time of writing.
#[rustfmt::skip]
pub const TIMES: &[&str] = &[
    "date", "time", "datetime", "timestamp", "posted", "relativetime", "timeago", "postdate", "postedon", "postbit", "datum", "age",
    "postinfo", "createdtime",
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
pub fn is_profile(href: &str) -> bool {
    let bytes = href.as_bytes();
    let mut last = 0;
    bytes.iter().enumerate().any(|(end, &byte)| {
        let before = || bytes.get(..end).unwrap_or_default();
        // Two bytes tell most ends of folders from those that are looked for.
        match (std::mem::replace(&mut last, byte), byte) {
            (b'e' | b'r' | b's' | b'u', b'/') => {
                FOLDERS.iter().any(|folder| before().ends_with(folder.as_bytes()))
                    && !DOORS.iter().any(|door| bytes.get(end + 1..).unwrap_or_default().starts_with(door.as_bytes()))
            }
            (b'u', b'=') | (b'/', b'@') => true,
            (b's', b't') => before().ends_with(b"memberlis"),
            (b'r', b'?') => before().ends_with(b"user"),
            _ => false,
        }
    })
}

/// Folders in which such pages are.
const FOLDERS: [&str; 8] = ["/user", "/users", "/u", "/member", "/members", "/profile", "/profiles", "/people"];

/// What else is in them: the ways in and out.
const DOORS: [&str; 8] = ["login", "log-in", "logout", "sign", "register", "join", "password", "new"];

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
fn leads_elsewhere(survey: &Survey<'_>, node: NodeId, url: &str) -> bool {
    let page = survey.page;
    let is_link = |each: &NodeId| page.tag(*each) == Tag::A;
    let around = page.ancestors(node).take(2).find(is_link);
    let Some(link) = around.or_else(|| page.descendants(node).find(is_link)) else { return false };
    let Some(href) = page.attr(link, "href") else { return false };
    let says = |each: NodeId, said: Said| survey.elements.get(each).said.any(said);
    let above = page.parent(node).filter(|&above| page.tag(above) == Tag::Div);
    let around = above.into_iter().chain([node, link]);
    let is_name = says(link, Said::MEMBER) || around.into_iter().any(|each| says(each, Said::WRITER));
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
