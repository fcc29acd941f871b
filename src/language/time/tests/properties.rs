//! What holds of any text.

use super::*;

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in TEXT, year in proptest::num::i32::ANY) {
        let length = text.chars().count();
        let mut end = 0;
        for time in find_times(&text) {
            proptest::prop_assert!(time.span.start >= end && time.span.start < time.span.end);
            end = time.span.end;
            proptest::prop_assert!(end <= length);
            if let Some((first, last)) = time.resolve(year) {
                proptest::prop_assert!(first <= last);
            }
            let _ = (time.closing(year), time.fiscal_year());
        }
    }

    /// Where [`may_begin_time`] says no, there is nothing to be read.
    #[test]
    fn times_begin_nowhere_else(text in TEXT) {
        let chars: Vec<char> = text.chars().map(fold).collect();
        for at in 0..chars.len() {
            if !may_begin_time(&chars[at..]) {
                proptest::prop_assert_eq!(expression(&mut Cursor::new(&chars, at)), None);
            }
        }
    }

    #[test]
    fn blanks_stand_where_they_may(text in TEXT) {
        let chars: Vec<char> = text.chars().collect();
        let mut places = (0..chars.len()).map(|at| (chars[at], chars.get(at + 1).copied()));
        let may = places.any(|(c, next)| may_be_blank(c, next));
        proptest::prop_assert!(may || find_blanks(&text).is_empty());
    }

    /// The spans lie on the words: read alone, they are the same time.
    #[test]
    fn spans_lie_on_the_words(before in "[、。あ]{0,3}", time in TIME, after in "[、。あ]{0,3}") {
        let text = format!("{before}{time}{after}");
        let found = find_times(&text);
        let start = before.chars().count();
        proptest::prop_assert_eq!(found.len(), 1);
        proptest::prop_assert_eq!(&found[0].span, &(start..start + time.chars().count()));
    }
}

const TEXT: &str = "([0-9０-９一二三十百元〇○XRHS年度月日末内中旬上下半期第四毎各週回間か前後今本当来次翌昨去通学令和平成昭大正明治西暦〜～・./() （）\n、'-]|\\PC){0,40}";
const TIME: &str = "(令和[1-9]年|202[0-9]年|R[1-9]年)?(10|11|12|[1-9])月(末|上旬|下旬|[1-9]日)?";
