//! What the words beside a date say that it is of.

use super::phrase::fold;

/// True when the words by a date say that it is of a change.
pub fn says_updated(text: &str) -> bool {
    let text = fold(text);
    UPDATED.iter().any(|word| text.contains(word))
}

/// True when the words by a date say that it is of the publication.
pub fn says_published(text: &str) -> bool {
    let text = fold(text);
    PUBLISHED.iter().any(|word| text.contains(word))
}

/// True when the words by a date say that it is of a person: when a member joined.
pub fn says_joined(text: &str) -> bool {
    let text = fold(text);
    JOINED.iter().any(|word| text.contains(word))
}

/// Beginnings of the words for "updated". Folded.
#[rustfmt::skip]
const UPDATED: [&str; 24] = [
    "updated", "modified", "last edited", "last reviewed", "last revised", "revised", "aktualisiert", "zuletzt", "geändert", "stand ", "mis à jour", "modifié", "actualiz",
    "atualizado", "aggiornat", "bijgewerkt", "oppdatert", "uppdaterad", "opdateret", "обновлен", "оновлен", "更新", "güncelle", "zaktualizowan",
];

/// Beginnings of the words for "published". Folded.
#[rustfmt::skip]
const PUBLISHED: [&str; 30] = [
    "published", "posted", "date", "veröffentlicht", "erschienen", "erstellt", "datum", "publié", "paru", "publicado", "fecha", "pubblicato", "gepubliceerd", "publisert",
    "publicerad", "opublikowano", "julkaistu", "közzététel", "опубликовано", "дата", "yayın", "发布", "發布", "发表", "发表于", "公開", "投稿", "掲載", "작성", "입력",
];

/// Beginnings of the words for "joined", as forums write them under a name. Folded.
#[rustfmt::skip]
const JOINED: [&str; 14] = [
    "joined", "member since", "registered", "registriert", "mitglied seit", "inscrit", "inscription", "registrado", "iscritto", "lid geworden", "зарегистрирован", "注册", "註冊", "가입",
];
