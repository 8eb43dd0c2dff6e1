//! The services whose frames are known: what they are called, what they show, and where to see it.
//!
//! This is data about embed services, which are few and the same everywhere, not about the sites that embed them.

use super::address::{field, host, is_id, path, segment, segment_after};
use crate::article::block::{Embed, EmbedForm};

/// One service: the end of its hosts, a part of the path of its frames (empty for any), and what they show.
type Provider = (&'static str, &'static str, &'static str, EmbedForm);

/// The services. The first that fits counts.
const PROVIDERS: [Provider; 78] = {
    use EmbedForm::{Audio, Code, Map, Other, Post, Video};
    [
        ("youtube.com", "", "YouTube", Video),
        ("youtube-nocookie.com", "", "YouTube", Video),
        ("youtu.be", "", "YouTube", Video),
        ("player.vimeo.com", "", "Vimeo", Video),
        ("vimeo.com", "", "Vimeo", Video),
        ("dailymotion.com", "", "Dailymotion", Video),
        ("dai.ly", "", "Dailymotion", Video),
        ("twitch.tv", "", "Twitch", Video),
        ("embed.ted.com", "", "TED", Video),
        ("streamable.com", "", "Streamable", Video),
        ("wistia.net", "", "Wistia", Video),
        ("wistia.com", "", "Wistia", Video),
        ("loom.com", "embed", "Loom", Video),
        ("player.bilibili.com", "", "Bilibili", Video),
        ("embed.nicovideo.jp", "", "Niconico", Video),
        ("rumble.com", "embed", "Rumble", Video),
        ("odysee.com", "embed", "Odysee", Video),
        ("archive.org", "embed", "Internet Archive", Video),
        ("facebook.com", "plugins/video", "Facebook", Video),
        ("tiktok.com", "embed", "TikTok", Video),
        ("jwplatform.com", "", "JW Player", Video),
        ("players.brightcove.net", "", "Brightcove", Video),
        ("kaltura.com", "", "Kaltura", Video),
        ("v.qq.com", "", "Tencent Video", Video),
        ("player.youku.com", "", "Youku", Video),
        ("rutube.ru", "", "Rutube", Video),
        ("arte.tv", "", "ARTE", Video),
        ("open.spotify.com", "embed", "Spotify", Audio),
        ("podcasters.spotify.com", "embed", "Spotify", Audio),
        ("anchor.fm", "embed", "Spotify", Audio),
        ("w.soundcloud.com", "", "SoundCloud", Audio),
        ("bandcamp.com", "EmbeddedPlayer", "Bandcamp", Audio),
        ("embed.podcasts.apple.com", "", "Apple Podcasts", Audio),
        ("embed.music.apple.com", "", "Apple Music", Audio),
        ("simplecast.com", "", "Simplecast", Audio),
        ("buzzsprout.com", "", "Buzzsprout", Audio),
        ("megaphone.fm", "", "Megaphone", Audio),
        ("omny.fm", "", "Omny Studio", Audio),
        ("art19.com", "", "ART19", Audio),
        ("embed.acast.com", "", "Acast", Audio),
        ("libsyn.com", "", "Libsyn", Audio),
        ("captivate.fm", "", "Captivate", Audio),
        ("podbean.com", "", "Podbean", Audio),
        ("spreaker.com", "", "Spreaker", Audio),
        ("mixcloud.com", "widget", "Mixcloud", Audio),
        ("audioboom.com", "", "Audioboom", Audio),
        ("transistor.fm", "", "Transistor", Audio),
        ("widget.deezer.com", "", "Deezer", Audio),
        ("npr.org", "player/embed", "NPR", Audio),
        ("platform.twitter.com", "embed", "X", Post),
        ("instagram.com", "embed", "Instagram", Post),
        ("embed.bsky.app", "embed", "Bluesky", Post),
        ("embed.reddit.com", "", "Reddit", Post),
        ("redditmedia.com", "", "Reddit", Post),
        ("facebook.com", "plugins/post", "Facebook", Post),
        ("linkedin.com", "embed", "LinkedIn", Post),
        ("threads.net", "embed", "Threads", Post),
        ("embed.tumblr.com", "", "Tumblr", Post),
        ("google.com", "maps", "Google Maps", Map),
        ("maps.google.com", "", "Google Maps", Map),
        ("openstreetmap.org", "export/embed", "OpenStreetMap", Map),
        ("yandex.ru", "map-widget", "Yandex Maps", Map),
        ("umap.openstreetmap.fr", "", "uMap", Map),
        ("felt.com", "embed", "Felt", Map),
        ("codepen.io", "", "CodePen", Code),
        ("codesandbox.io", "embed", "CodeSandbox", Code),
        ("jsfiddle.net", "", "JSFiddle", Code),
        ("stackblitz.com", "", "StackBlitz", Code),
        ("observablehq.com", "embed", "Observable", Code),
        ("replit.com", "", "Replit", Code),
        ("glitch.com", "embed", "Glitch", Code),
        ("datawrapper.dwcdn.net", "", "Datawrapper", Other),
        ("flo.uri.sh", "", "Flourish", Other),
        ("infogram.com", "", "Infogram", Other),
        ("public.tableau.com", "", "Tableau", Other),
        ("ourworldindata.org", "", "Our World in Data", Other),
        ("speakerdeck.com", "player", "Speaker Deck", Other),
        ("slideshare.net", "", "SlideShare", Other),
    ]
};

/// The card of a frame at `src`, if its service is known.
pub(super) fn of_frame(src: &str) -> Option<Embed> {
    let (host, path) = (host(src), path(src));
    let is_host = |suffix: &str| host == suffix || host.strip_suffix(suffix).is_some_and(|rest| rest.ends_with('.'));
    let known = PROVIDERS.iter().find(|(suffix, part, ..)| is_host(suffix) && path.contains(part));
    let (name, form) = match known {
        Some((_, _, name, form)) => (*name, *form),
        // Services that anybody can run are known by their paths.
        None if path.starts_with("videos/embed/") => ("PeerTube", EmbedForm::Video),
        None if path.starts_with('@') && path.ends_with("/embed") => ("Mastodon", EmbedForm::Post),
        None => return None,
    };
    let url = page_of(name, src).unwrap_or_else(|| src.to_owned());
    let frame = private_frame(name, src).or_else(|| src.starts_with("https:").then(|| src.to_owned()));
    Some(Embed { form, provider: name.to_owned(), url, frame, ..Embed::default() })
}

/// Where a person sees what a frame shows.
fn page_of(provider: &str, src: &str) -> Option<String> {
    let made = match provider {
        "YouTube" => format!("https://www.youtube.com/watch?v={}", youtube_id(src)?),
        "Vimeo" => format!("https://vimeo.com/{}", checked(segment_after(src, "video").or(segment(src, 0))?)?),
        "Dailymotion" => {
            let id = field(src, "video").or_else(|| segment_after(src, "video").map(str::to_owned))?;
            format!("https://www.dailymotion.com/video/{}", checked(&id)?)
        }
        "Bilibili" => format!("https://www.bilibili.com/video/{}", checked(&field(src, "bvid")?)?),
        "Spotify" | "Loom" | "Felt" => src.replacen("/embed/", "/", 1),
        "Apple Podcasts" | "Apple Music" => src.replacen("://embed.", "://", 1),
        "TED" => src.replacen("://embed.", "://www.", 1),
        "SoundCloud" => field(src, "url").filter(|url| url.starts_with("https://soundcloud.com/"))?,
        "X" => format!("https://x.com/i/status/{}", checked(&field(src, "id")?)?),
        "Facebook" => field(src, "href").filter(|url| url.starts_with("https://"))?,
        "Instagram" => format!("https://www.instagram.com/p/{}/", checked(segment(src, 1)?)?),
        "Bluesky" => {
            let (did, id) = (segment(src, 1)?, segment(src, 3)?);
            format!("https://bsky.app/profile/{}/post/{}", checked(did)?, checked(id)?)
        }
        "Mastodon" => src.trim_end_matches("/embed").to_owned(),
        "PeerTube" => src.replacen("/videos/embed/", "/w/", 1),
        "CodePen" => src.replacen("/embed/preview/", "/pen/", 1).replacen("/embed/", "/pen/", 1).split('?').next()?.to_owned(),
        "CodeSandbox" => src.replacen("/embed/", "/s/", 1),
        _ => return None,
    };
    Some(made)
}

/// The frame that tells the service least, where it has one.
fn private_frame(provider: &str, src: &str) -> Option<String> {
    (provider == "YouTube").then(|| youtube_id(src)).flatten().map(|id| format!("https://www.youtube-nocookie.com/embed/{id}"))
}

fn youtube_id(src: &str) -> Option<String> {
    let parts = ["embed", "v", "shorts", "live"];
    let id = match host(src) {
        "youtu.be" => segment(src, 0).map(str::to_owned),
        _ => field(src, "v").or_else(|| parts.iter().find_map(|part| segment_after(src, part)).map(str::to_owned)),
    }?;
    checked(&id).map(str::to_owned)
}

fn checked(id: &str) -> Option<&str> {
    is_id(id).then_some(id)
}

/// True for frames that measure, advertise or collect, whatever is around them.
pub(super) fn is_machinery(src: &str) -> bool {
    const PARTS: [&str; 14] = [
        "doubleclick.",
        "googlesyndication.",
        "googletagmanager.",
        "google.com/recaptcha",
        "recaptcha.net",
        "adservice.",
        "/ads/",
        "amazon-adsystem.",
        "disqus.com",
        "plugins/like",
        "plugins/page",
        "plugins/comments",
        "widgets/follow",
        "mailchimp.",
    ];
    PARTS.iter().any(|part| src.contains(part))
}
