//! What kind of page it says it is: schema.org's types first, then Open Graph's.

use super::Field;
use super::precedence::Claims;
use crate::article::PageKind;

/// The kind that the page claims and that is worth telling apart; `None` where it claims none or only "article",
/// which templates say of everything.
pub fn kind(claims: &Claims) -> Option<PageKind> {
    claims.about(Field::Kind).find_map(|claim| kind_of(&claim.value))
}

fn kind_of(name: &str) -> Option<PageKind> {
    Some(match name.to_ascii_lowercase().as_str() {
        "recipe" => PageKind::Recipe,
        "product" | "productgroup" | "og:product" | "product.item" | "product.group" => PageKind::Product,
        "techarticle" | "apireference" => PageKind::Documentation,
        "collectionpage" | "searchresultspage" => PageKind::Listing,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::article::PageKind;
    use crate::metadata::metadata;
    use crate::page::Page;

    fn kind(head: &str) -> Option<PageKind> {
        metadata(&Page::parse(format!("<html><head>{head}</head><body></body></html>")), "").kind
    }

    #[test]
    fn the_kind_is_what_the_page_claims() {
        let data = |data: &str| format!("<script type=\"application/ld+json\">{data}</script>");
        assert_eq!(kind(&data(r#"{"@type":"Recipe","name":"Barley soup"}"#)), Some(PageKind::Recipe));
        assert_eq!(
            kind(&data(r#"{"@type":["Article","TechArticle"],"headline":"Setting the lamp"}"#)),
            Some(PageKind::Documentation)
        );
        assert_eq!(kind("<meta property=og:type content=product>"), Some(PageKind::Product));
        assert_eq!(kind("<meta property=og:type content=article>"), None);
        assert_eq!(kind(""), None);
    }
}
