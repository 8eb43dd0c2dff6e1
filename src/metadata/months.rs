//! Names of the months, as dates are written in many languages.

use super::filter::Filter;

/// The month that a word in lower case names.
pub fn month(word: &str) -> Option<u8> {
    if !NAMES.may_have(word.as_bytes()) {
        return None;
    }
    // Forms are as dates use them: genitives where a language has them, and the usual abbreviations.
    let found = MONTHS.iter().position(|names| has_word(names, word))?;
    u8::try_from(found + 1).ok()
}

static NAMES: Filter<128> = Filter::words(&[&MONTHS]);

/// True when `word` is one of the words of `list`.
fn has_word(list: &str, word: &str) -> bool {
    let is_end = |at: Option<&u8>| at.is_none_or(|b| *b == b' ');
    let list = list.as_bytes();
    !word.is_empty()
        && memchr::memmem::find_iter(list, word.as_bytes())
            .any(|at| is_end(at.checked_sub(1).and_then(|before| list.get(before))) && is_end(list.get(at + word.len())))
}

/// January first. English, German, French, Spanish, Catalan, Portuguese, Italian, Romanian, Dutch and the Scandinavian
/// languages share many; then Finnish, Estonian, Latvian, Lithuanian, Polish, Czech, Slovak, Slovene, Croatian, Hungarian,
/// Turkish, Indonesian, Greek, Russian, Ukrainian, Bulgarian, Serbian, Arabic (both sets), Persian, Urdu, Hebrew, Hindi,
/// Bengali, Tamil, Thai.
const MONTHS: [&str; 12] = [
    "january jan januar jänner jän janvier janv enero ene gener gen janeiro gennaio ianuarie ian januari janúar \
     tammikuu tammikuuta tammik jaanuar jaanuari janvāris janvārī sausio stycznia styczeń sty ledna leden januára januarja siječnja január \
     ocak ιανουαρίου ιαν января янв січня януари јануар јануара يناير كانون ژانویه جنوری ינואר בינואר जनवरी জানুয়ারি ஜனவரி มกราคม ม.ค.",
    "february feb februar februari février févr fév febrero febr fevereiro fev febbraio febrer februarie \
     helmikuu helmikuuta helmik veebruar veebruari februāris februārī vasario lutego luty lut února únor februára februarja veljače február \
     şubat φεβρουαρίου φεβ февраля фев февр лютого февруари фебруар фебруара فبراير شباط فوریه فروری פברואר בפברואר फ़रवरी फरवरी ফেব্রুয়ারি பிப்ரவரி กุมภาพันธ์ ก.พ.",
    "march mar mrz märz maerz mars marzo març março maart mrt martie marts \
     maaliskuu maaliskuuta maalisk märts märtsi marts martā kovo marca marzec března březen brez ožujka március márc \
     mart μαρτίου μαρ марта мар березня март مارس آذار מרץ במרץ मार्च মার্চ மார்ச் มีนาคม มี.ค.",
    "april apr avril avr abril abr aprile aprilie huhtikuu huhtikuuta huhtik aprill aprilli aprīlis aprīlī balandžio \
     kwietnia kwiecień kwi dubna duben apríla aprila travnja április ápr nisan απριλίου απρ апреля апр квітня април априла \
     أبريل ابريل نيسان آوریل اپریل אפריל באפריל अप्रैल এপ্রিল ஏப்ரல் เมษายน เม.ย.",
    "may mai mayo maig maio mag maggio mei maj majus toukokuu toukokuuta toukok maijs maijā gegužės maja května květen mája svibnja május máj \
     mayıs μαΐου μαϊ мая май травня маја مايو أيار مه مئی מאי במאי मई মে மே พฤษภาคม พ.ค.",
    "june jun juni juin junio juny junho giugno giu iunie kesäkuu kesäkuuta kesäk juuni jūnijs jūnijā birželio czerwca czerwiec cze \
     června červen júna junija lipnja június jún haziran ιουνίου ιουν июня июн червня юни јун јуна يونيو حزيران ژوئن جون יוני ביוני जून জুন ஜூன் มิถุนายน มิ.ย.",
    "july jul juli juillet juil julio juliol julho luglio lug iulie heinäkuu heinäkuuta heinäk juuli jūlijs jūlijā liepos lipca lipiec lip \
     července červenec júla julija srpnja július júl temmuz ιουλίου ιουλ июля июл липня юли јул јула يوليو تموز ژوئیه جولائی יולי ביולי जुलाई জুলাই ஜூலை กรกฎาคม ก.ค.",
    "august aug août agosto ago agost ags agustus augustus augusti elokuu elokuuta elok augusta augusts augustā rugpjūčio sierpnia sierpień sie \
     srpna srpen avgusta kolovoza augusztus ağustos αυγούστου αυγ августа авг серпня август августа أغسطس اغسطس آب اوت اگست אוגוסט באוגוסט अगस्त আগস্ট ஆகஸ்ட் สิงหาคม ส.ค.",
    "september sep sept septembre septiembre setembre setembro set settembre sett septembrie syyskuu syyskuuta syysk septembris septembrī rugsėjo \
     września wrzesień wrz září septembra rujna szeptember szept eylül σεπτεμβρίου σεπ сентября сен сент вересня септември септембар септембра \
     سبتمبر أيلول سپتامبر ستمبر ספטמבר בספטמבר सितंबर सितम्बर সেপ্টেম্বর செப்டம்பர் กันยายน ก.ย.",
    "october oct oktober okt octobre octubre oct outubro out ottobre ott octombrie lokakuu lokakuuta lokak oktoober oktoobri oktobris oktobrī spalio \
     października październik paź října říjen októbra oktobra október ekim οκτωβρίου οκτ октября окт жовтня октомври октобар октобра \
     أكتوبر اكتوبر تشرين اکتبر اکتوبر אוקטובר באוקטובר अक्टूबर अक्तूबर অক্টোবর அக்டோபர் ตุลาคม ต.ค.",
    "november nov novembre noviembre novembro noiembrie nop marraskuu marraskuuta marrask novembris novembrī lapkričio listopada listopad lis listopadu \
     novembra studenoga studenog kasım νοεμβρίου νοε ноября ноя нояб листопада ноември новембар новембра نوفمبر نوامبر نومبر נובמבר בנובמבר \
     नवंबर नवम्बर নভেম্বর நவம்பர் พฤศจิกายน พ.ย.",
    "december dec dez dezember décembre déc diciembre dic desembre dezembro dicembre decembrie des desember joulukuu joulukuuta jouluk detsember detsembri \
     decembris decembrī gruodžio grudnia grudzień gru prosince prosinec decembra prosinca aralık δεκεμβρίου δεκ декабря дек грудня декември децембар децембра \
     ديسمبر دسامبر دسمبر דצמבר בדצמבר दिसंबर दिसम्बर ডিসেম্বর டிசம்பர் ธันวาคม ธ.ค.",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_told_in_many_languages() {
        for (word, want) in [
            ("oct", Some(10)),
            ("märz", Some(3)),
            ("août", Some(8)),
            ("сентября", Some(9)),
            ("يناير", Some(1)),
            ("ธันวาคม", Some(12)),
            ("monday", None),
            ("", None),
        ] {
            assert_eq!(month(word), want, "{word}");
        }
    }

    #[test]
    fn no_word_names_two_months() {
        for (at, names) in MONTHS.iter().enumerate() {
            for name in names.split(' ') {
                assert_eq!(month(name), Some(at as u8 + 1), "{name}");
            }
        }
    }
}
