//! Words drawn from IPADIC by lot, the same ones whenever it is done.

use mokuhyo::language::dictionary::Analyzer;

/// The lot: another number draws other words.
const SEED: u64 = 20_261_122;

/// Verbal nouns (サ変接続) of two kanji, in the order drawn. All have the same chance: pairs of kanji
/// are drawn until so many of them are verbal nouns of IPADIC. Our own words of the trade do not
/// count, so that adding one does not change the lot.
pub fn verbal_nouns(count: usize) -> Vec<String> {
    let (ipadic, _) = Analyzer::lindera();
    let entries = |word: &str| ipadic.prefix_dictionary.find_surface(word);
    let is_verbal_noun = |word: &str| {
        let mut numbers = entries(word).into_iter().map(|entry| entry.word_id().id() as usize);
        numbers.any(|number| ipadic.word_details(number)[..2] == ["名詞", "サ変接続"])
    };
    let kanji: Vec<char> =
        ('一'..='龥').filter(|kanji| !entries(kanji.encode_utf8(&mut [0; 4])).is_empty()).collect();
    let mut lot = Lot(SEED);
    let mut words = Vec::new();
    while words.len() < count {
        let pair =
            String::from_iter([kanji[lot.below(kanji.len())], kanji[lot.below(kanji.len())]]);
        if is_verbal_noun(&pair) && !words.contains(&pair) {
            words.push(pair);
        }
    }
    words
}

/// SplitMix64: some lines instead of a dependency whose next version draws others.
struct Lot(u64);

impl Lot {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        // The remainder favours no number to speak of: the limit is small beside 2^64.
        usize::try_from(mixed % limit as u64).expect("smaller than the limit")
    }
}
