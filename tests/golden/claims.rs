//! What is claimed of a page by hand.

use lectern::{Article, export};
use serde::Deserialize;

/// Claims about one page; a field that is absent claims nothing.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Claims {
    /// The address that the page is read as. Not a claim.
    pub url: String,
    title: Option<String>,
    byline: Option<Vec<String>>,
    site: Option<String>,
    /// The day of publication, `YYYY-MM-DD`.
    date: Option<String>,
    lang: Option<String>,
    dir: Option<String>,
    kind: Option<String>,
    n_figures: Option<usize>,
    n_embeds: Option<usize>,
    /// Text that the article has, white space aside.
    with: Vec<String>,
    /// Text that it has not.
    without: Vec<String>,
    /// What does not hold yet, in the words of the failure. One that has come to hold is a failure too.
    known_failures: Vec<String>,
}

impl Claims {
    /// One sentence for each claim that `article` does not fulfill, known failures aside.
    pub fn failures(&self, article: &Article) -> Vec<String> {
        let failures = self.all_failures(article);
        let healed = self.known_failures.iter().filter(|known| !failures.contains(known));
        let healed = healed.map(|known| format!("now holds, take it off known_failures: {known}"));
        failures.iter().filter(|failure| !self.known_failures.contains(failure)).cloned().chain(healed).collect()
    }

    fn all_failures(&self, article: &Article) -> Vec<String> {
        let shown = [article.metadata.standfirst.as_deref().unwrap_or_default(), &export::text::article_text(article)].join("\n");
        let text = squash(&shown);
        let body = export::html::fragment(&article.blocks, &article.notes);
        let json = serde_json::to_value(article).unwrap();
        let found = &json["metadata"];
        let mut failures = Vec::new();
        let mut claim = |name: &str, want: Option<String>, got: String| {
            if want.as_ref().is_some_and(|want| *want != got) {
                failures.push(format!("{name} is {got:?}, claimed {:?}", want.unwrap_or_default()));
            }
        };
        let string = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        claim("title", self.title.clone(), string(&found["title"]));
        claim("byline", self.byline.as_ref().map(|names| names.join("; ")), article.metadata.byline.join("; "));
        claim("site", self.site.clone(), string(&found["siteName"]));
        claim("date", self.date.clone(), string(&found["published"]).chars().take(10).collect());
        claim("lang", self.lang.clone(), string(&found["lang"]));
        claim("dir", self.dir.clone(), string(&found["dir"]));
        claim("kind", self.kind.clone(), string(&json["kind"]));
        claim("n_figures", self.n_figures.map(|n| n.to_string()), body.matches("<figure").count().to_string());
        claim(
            "n_embeds",
            self.n_embeds.map(|n| n.to_string()),
            json.to_string().matches(r#""kind":"embed""#).count().to_string(),
        );
        let lost = self.with.iter().filter(|snippet| !text.contains(&squash(snippet)));
        let kept = self.without.iter().filter(|snippet| text.contains(&squash(snippet)));
        failures.extend(lost.map(|snippet| format!("lost: {snippet}")));
        failures.extend(kept.map(|snippet| format!("kept: {snippet}")));
        failures
    }
}

fn squash(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
