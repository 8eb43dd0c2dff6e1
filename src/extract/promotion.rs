//! Lines and boxes that a site puts among an article's text: what else to read, what to sign, and that there is an advertisement.
//!
//! They are as short and as plain as the text around them, so that the model often takes them for it; but they say what they are.

use super::Selection;
use super::blocks::TextBlock;
use super::select::remove_run;
use super::survey::Survey;
use crate::metadata::clues::words;
use crate::page::{Memo, NodeId, Page, Tag};

/// A text that is this likely to be content stands in no box.
const SURE: f32 = 0.97;
/// A box of more words than this is no offer…
const BOX_WORDS: f32 = 80.0;
/// …nor is one that has more of the selection than this.
const BOX_SHARE: f32 = 0.25;
/// What is the same on every page is not most of what was selected, however its box is called.
const MOST: f32 = 0.5;
/// How far above a text its box may be.
const LEVELS: usize = 4;
/// A line with more words than this is text.
const LINE_WORDS: u32 = 40;
/// So many links may follow the label that says what they are.
const MAX_LINKS: usize = 8;

/// What a box says of itself by its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Apart {
    #[default]
    Not,
    /// It asks for something, if it is small.
    Offer,
    /// It is the same on every page.
    Always,
}

/// Takes out of the selection what says that it is none of the text.
pub fn remove(survey: &Survey<'_>, probabilities: &[f32], selection: &mut Selection) {
    let page = survey.page;
    let mut named = Memo::new();
    let all: f32 = selection.roots.iter().map(|&root| survey.blocks.total(page, root).tokens).sum();
    let blocks = &survey.blocks.items;
    // The roots are in their order: what is inside one is inside the last that begins before it.
    let is_chosen = |id: NodeId| {
        let before = selection.roots.partition_point(|&root| root <= id);
        before.checked_sub(1).and_then(|at| selection.roots.get(at)).is_some_and(|&root| page.is_inside(id, root))
    };
    let (mut boxes, mut removed) = (Vec::new(), Vec::new());
    for (at, (block, &p)) in blocks.iter().zip(probabilities).enumerate().filter(|(_, (block, _))| is_chosen(block.container)) {
        if p < SURE
            && let Some((found, kind)) = apart(page, block.container, &selection.roots, &mut named)
            && survey.blocks.total(page, found).tokens
                <= match kind {
                    Apart::Always => all * MOST,
                    _ => BOX_WORDS.min(all * BOX_SHARE),
                }
        {
            boxes.push(found);
            continue;
        }
        if block.measure.tokens > LINE_WORDS {
            continue;
        }
        let text = text(page, block);
        let is_label = block.links == 0 && is_line(page.tag(block.container));
        let asks = || p < SURE && ASKS.iter().any(|asks| text.starts_with(asks));
        let is_advertisement = is_label && ADVERTISEMENTS.contains(&text.as_str());
        if is_advertisement || asks() || (block.link_chars > 0.0 && leads_on(block, &text)) {
            removed.push(block);
        } else if is_label && READ_ALSO.contains(&text.trim_end_matches([':', '：', '.', '…', ' '])) {
            let behind = blocks.iter().skip(at + 1).take(MAX_LINKS);
            let links = behind.take_while(|next| next.link_chars > 0.0 && next.link_chars == next.measure.chars);
            let before = removed.len();
            removed.extend(links);
            if removed.len() > before {
                removed.push(block);
            }
        }
    }
    for found in boxes {
        selection.removed.insert(found);
    }
    removed.into_iter().for_each(|block| remove_run(page, block, &mut selection.removed));
}

/// True for what a label stands in: a heading or a cell of one word means it.
fn is_line(tag: Tag) -> bool {
    matches!(tag, Tag::P | Tag::Div | Tag::Section | Tag::Aside | Tag::Article)
}

/// The box around a text, within the article, whose name says that it is none of it.
fn apart<'a>(page: &'a Page, container: NodeId, roots: &[NodeId], named: &mut Memo<'a, Apart>) -> Option<(NodeId, Apart)> {
    for id in std::iter::once(container).chain(page.ancestors(container)).take(LEVELS) {
        let is_root = roots.binary_search(&id).is_ok();
        if matches!(page.tag(id), Tag::Div | Tag::Section | Tag::Aside | Tag::P | Tag::Form | Tag::Unknown) {
            let names = NAMES.iter().filter_map(|name| page.attr(id, name));
            let kind = names.map(|name| named.get(name, says)).find(|&kind| kind != Apart::Not).unwrap_or_default();
            if kind == Apart::Always || (kind == Apart::Offer && !is_root) {
                return Some((id, kind));
            }
        }
        if is_root {
            break;
        }
    }
    None
}

/// Where a box says what it is.
const NAMES: [&str; 5] = ["class", "data-testid", "data-qa", "data-component", "name"];

fn says(name: &str) -> Apart {
    let has = |list: &[&str]| words(name).any(|word| list.iter().any(|each| word.eq_ignore_ascii_case(each)));
    match () {
        () if has(&OFFERS) => Apart::Offer,
        () if has(&["boilerplate"]) => Apart::Always,
        () => Apart::Not,
    }
}

/// True for "Read also" with what it leads to, where hardly anything else is said.
fn leads_on(block: &TextBlock, text: &str) -> bool {
    let label = READ_ALSO.iter().find(|label| text.starts_with(**label));
    label.is_some_and(|label| block.link_chars * 2.0 >= (text.chars().count() - label.chars().count()) as f32)
}

/// A block's text on one line, in lower case, without the signs around it.
fn text(page: &Page, block: &TextBlock) -> String {
    let mut nodes = page.nodes();
    nodes.skip_to(block.first);
    let texts = nodes.take_while(|&id| id <= block.last).map(|id| page.text(id));
    let joined = texts.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    joined.trim_matches(['[', ']', '(', ')', '-', '–', '—', '•', '►', '▶', '»', '>', '*', ' ']).to_lowercase()
}

/// Words in the names of such boxes.
const OFFERS: [&str; 9] =
    ["newsletter", "newsletters", "newslettersignup", "signup", "subscribe", "subscription", "share", "sharing", "sharedaddy"];

/// Where to follow, as it begins in lower case.
#[rustfmt::skip]
const ASKS: &[&str] = &[
    "follow us on", "subscribe to our", "sign up for our", "sign up to our", "join our whatsapp", "folgen sie uns", "abonnieren sie unseren",
    "abonnez-vous à notre", "suivez-nous sur", "suscríbete a nuestr", "apúntate aquí", "síguenos en", "iscriviti al canale", "iscriviti alla nostra",
    "seguici su", "siga-nos no", "clique aqui para seguir", "inscreva-se no", "volg ons op", "följ oss på", "подписывайтесь на", "підписуйтесь на",
    "підписуйтеся на", "ακολουθήστε μας", "bizi takip edin", "تابعونا على", "ما را در تلگرام",
    "ما را در اینستاگرام", "ما را در شبکه", "ติดตามข่าว", "theo dõi chúng tôi",
    "ikuti kami", "dapatkan berita", "story continues below", "article continues below", "article continues after", "advertisement · scroll",
    "skip advertisement", "la suite après cette publicité",
];

/// What stands over an advertisement.
#[rustfmt::skip]
const ADVERTISEMENTS: &[&str] = &[
    "advertisement", "advertisements", "anzeige", "werbung", "publicité", "publicidad", "publicidade", "pubblicità",
    "advertentie", "annons", "annonse", "annonce", "reklama", "reklam", "hirdetés", "publicitate", "реклама", "διαφήμιση", "إعلان",
    "إعلانات", "تبلیغات", "اشتہار", "اشتہارات", "פרסומת", "विज्ञापन", "বিজ্ঞাপন", "விளம்பரம்", "โฆษณา", "quảng cáo", "iklan", "広告", "广告", "廣告", "廣 告", "광고",
];

/// What stands before links to other articles, in lower case. "See also" is not among them: encyclopedias mean it.
#[rustfmt::skip]
const READ_ALSO: &[&str] = &[
    "read also", "also read", "read more:", "read next", "lesen sie auch", "lire aussi", "à lire aussi", "lire également",
    "à lire également", "lee también", "lee aquí", "te puede interesar", "leia também", "leia mais:", "veja também", "leggi anche",
    "lees ook", "läs också", "läs även", "læs også", "les også", "lue myös", "czytaj też", "czytaj także", "zobacz też",
    "zobacz także", "zobacz wideo", "čtěte také", "přečtěte si také", "citește și", "читайте также", "читайте також",
    "διαβάστε επίσης", "διαβάστε ακόμη", "ilgili haber", "اقرأ أيضا", "اقرأ أيضًا", "اقرأ أيضاً", "بیشتر بخوانید", "קראו גם",
    "קראו עוד", "یہ بھی پڑھیں", "ये भी पढ़ें", "यह भी पढ़ें", "আরও পড়ুন", "আরো পড়ুন", "இதையும் படியுங்கள்", "อ่านข่าวเพิ่มเติม",
    "อ่านเพิ่มเติม", "xem thêm", "đọc thêm", "baca juga", "simak juga", "lihat juga", "関連記事", "あわせて読みたい", "延伸閱讀", "延伸阅读",
    "相关阅读", "相關閱讀", "관련기사", "관련 기사", "related articles", "related stories", "mehr zum thema", "sur le même sujet", "más información",
    "noticias relacionadas", "notícias relacionadas", "ये खबर भी पढ़ें", "ये ख़बर भी पढ़ें", "ข่าวที่เกี่ยวข้อง", "tin liên quan",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::Facts;
    use crate::extract::lexicon::Lexicon;
    use crate::extract::survey::survey;
    use crate::page::NodeSet;

    const P: &str =
        "<p>The ferry left the northern quay at seven, an hour late, with half of its usual load of milk and post.</p>";

    /// True where `inner`, between paragraphs of an article, is taken out.
    fn is_removed(inner: &str) -> bool {
        let page = Page::parse(format!("<body><main>{}{inner}{}</main></body>", P.repeat(3), P.repeat(3)));
        let survey = survey(&page, &Facts::default(), &Lexicon::default());
        let main = page.nodes().find(|&id| page.tag(id) == Tag::Main).unwrap();
        let mut selection = Selection { roots: vec![main], removed: NodeSet::new() };
        remove(&survey, &vec![0.9; survey.blocks.items.len()], &mut selection);
        let is_kept = |&id: &NodeId| !std::iter::once(id).chain(page.ancestors(id)).any(|each| selection.removed.contains(each));
        let kept = page.descendants(main).filter(|&id| page.is_text(id)).filter(is_kept).count();
        assert!(kept >= 6, "{inner}");
        kept == 6
    }

    #[test]
    fn boxes_that_ask_for_an_address_or_to_be_shared_go() {
        for inner in [
            "<aside class=\"newsletterSignup\"><h3>Every morning</h3><p>The news of the quay, for nothing.</p></aside>",
            "<div class=\"subscription-widget\"><div><p>A letter for readers.</p></div></div>",
            "<ul class=\"x\"><li><div class=\"share-block\">To a friend</div></li></ul>",
            "<x-island name=\"EmailSignup\"><h2>First edition</h2><p>The news of the quay, for nothing.</p></x-island>",
            "<div data-testid=\"NewsletterSignup\"><p>The news of the quay, for nothing.</p></div>",
        ] {
            assert!(is_removed(inner), "{inner}");
        }
        let text = format!("<div class=\"newsletter-post\">{}</div>", P.repeat(6));
        assert!(is_removed(&text.replace("newsletter-post", "pg-boilerplate")));
        assert!(!is_removed(&text.replace("newsletter-post", "boilerplate").replace(P, &P.repeat(2))));
        for inner in ["<div class=\"letter\"><p>The news of the quay, for nothing.</p></div>", text.as_str()] {
            assert!(!is_removed(inner), "{inner}");
        }
    }

    #[test]
    fn lines_that_lead_to_other_articles_go_in_any_language() {
        for inner in [
            "<p><a href=/x>Read also: Why the bread does not rise</a></p>",
            "<p><strong>ये भी पढ़ें: </strong><a href=/x>आपकी रोटी क्यों नहीं फूलती</a></p>",
            "<p><a href=/x>[Lee aquí: los números de la reforma]</a></p>",
            "<div><span>আরও পড়ুন</span><h4><a href=/x>একটি গ্রাম কীভাবে দোকান বাঁচাল</a></h4></div>",
            "<p>Подписывайтесь на наш канал</p>",
            "<div>廣告</div>",
            "<div><p>โฆษณา</p></div>",
            "<p><strong>ข่าวที่เกี่ยวข้อง</strong></p><ul><li><a href=/x>ค่าเช่าขึ้นอีก</a></li><li><a href=/y>หมู่บ้านช่วยร้านค้า</a></li></ul>",
        ] {
            assert!(is_removed(inner), "{inner}");
        }
        for inner in [
            "<p>Read also what the mill owners wrote in those years, who knew nothing of <a href=/x>weirs</a> or of rights.</p>",
            "<h2>Werbung</h2>",
            "<p>See also: <a href=/x>Weirs</a></p>",
            "<p>ما را در خانه نگه داشتند</p>",
        ] {
            assert!(!is_removed(inner), "{inner}");
        }
    }
}
