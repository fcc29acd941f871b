//! Content words: what a text is about, in a form in which two texts can be compared.
//!
//! Kana and kanji, noun and verb, transitive and intransitive, okurigana and word order must not
//! keep two words apart that a reader takes for one: 「守り」 and 「守る」, 「引上げ」 and 「引き上げる」,
//! 「育てる」 and 「育つ」. So words are compared by a key: the kanji of the word, its okurigana struck
//! out, or the usual spelling where it has none. Words that only share a meaning are near-synonyms,
//! told by a lexicon, and it is for the caller to say whether they count.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::dictionary::Pos;
use super::lexicon::{Entry, Lexicons, WordRole};
use super::token::Token;
use super::{Grammar, Unit};

/// A content word of a unit.
#[derive(Clone, Debug)]
pub struct Word {
    /// The base form, by which lexicons are asked.
    pub form: Arc<str>,
    /// What it is compared by.
    key: Arc<str>,
    /// Its token.
    pub token: usize,
    /// What sort of word it is.
    pub sort: Sort,
    /// Whether it would fit any title (推進, 充実, 取組), so that it tells nothing of the topic.
    pub generic: bool,
    /// Whether it is at home in every topic.
    pub everywhere: bool,
    /// With what form and key begin: most words are told apart by it.
    initials: [char; 2],
}

/// What sort of content word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A noun, also one that a verb can be made of.
    Noun,
    /// A verb.
    Verb,
    /// An adjective, or an adjectival noun.
    Adjective,
    /// A suffix with a meaning of its own: 率, 者, 館.
    Suffix,
    /// A number, or what it counts.
    Figure,
}

impl Word {
    /// Whether the two are one word in different forms or spellings, also of two origins: 防ぐ and 防止.
    #[must_use]
    pub fn same(&self, other: &Self, lexicons: &Lexicons) -> bool {
        self.alike(other)
            || (share_kanji(&self.key, &other.key)
                && lexicons.kin().synonymous(&self.form, &other.form))
    }

    /// Whether the form begins with that of the other.
    #[must_use]
    pub fn begins_with(&self, other: &Self) -> bool {
        self.initials[0] == other.initials[0] && self.form.starts_with(&*other.form)
    }

    /// Whether the two are written alike: 守り and 守る, 緑 and 緑化, 日曜 and 日曜日.
    #[must_use]
    pub fn alike(&self, other: &Self) -> bool {
        if self.initials[1] != other.initials[1] {
            return false;
        }
        let nouns = self.sort == Sort::Noun && other.sort == Sort::Noun;
        self.key == other.key
            || (nouns && (one_more(&self.key, &other.key) || one_more(&other.key, &self.key)))
    }

    /// Whether the two are one word, or near-synonyms.
    #[must_use]
    pub fn near(&self, other: &Self, lexicons: &Lexicons) -> bool {
        self.same(other, lexicons) || lexicons.kin().synonymous(&self.form, &other.form)
    }

    /// What it is compared by.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// A word by itself, as it stands in a lexicon.
    #[must_use]
    pub fn of(form: &str, token: usize, sort: Sort, lexicons: &Lexicons) -> Self {
        Self::with(form, lexicons.entry(form), token, sort, lexicons)
    }

    fn with(form: &str, entry: &Entry, token: usize, sort: Sort, lexicons: &Lexicons) -> Self {
        let key = key(form, entry, lexicons);
        let shared: Arc<str> = form.into();
        let everywhere = entry.has_role(WordRole::Everywhere)
            || (*key != *form && lexicons.has_role(&key, WordRole::Everywhere));
        let initial = |word: &str| word.chars().next().unwrap_or_default();
        Self {
            initials: [initial(form), initial(&key)],
            key: if *key == *form { Arc::clone(&shared) } else { key.as_ref().into() },
            form: shared,
            token,
            sort,
            generic: entry.classes.intersects(lexicons.generic_title()),
            everywhere,
        }
    }
}

impl Grammar {
    /// The content words among these tokens of a unit. Numbers and what they count are left out
    /// unless `figures`; those that are part of a name (第3次) always count.
    pub fn words<'u>(
        &self,
        unit: &'u Unit,
        tokens: Range<usize>,
        figures: bool,
    ) -> impl Iterator<Item = &'u Word> + use<'u> {
        let words = unit.content.get_or_init(|| self.all_words(unit));
        let from = words.partition_point(|word| word.token < tokens.start);
        let words = words.iter().skip(from).take_while(move |word| word.token < tokens.end);
        let numeric = |word: &Word| unit.numeric.get(word.token).copied().unwrap_or(false);
        words.filter(move |word| figures || !numeric(word))
    }

    /// The content words of a unit, numbers and what they count included.
    fn all_words(&self, unit: &Unit) -> Vec<Word> {
        let text = unit.text();
        let mut words = Vec::with_capacity(unit.tokens.len());
        for (at, token) in unit.tokens.iter().enumerate() {
            let numeric = unit.numeric.get(at).copied().unwrap_or(false);
            let Some(sort) = sort(token, text, numeric, self.lexicons()) else { continue };
            let form = match sort {
                Sort::Verb | Sort::Adjective => token.base(text),
                _ => token.surface(text),
            };
            if sort == Sort::Verb && self.lexicons().numbered(token.entry).has_role(WordRole::Empty)
            {
                continue;
            }
            match building(form) {
                // 「まちづくり」 is まち and つくる.
                Some("") => words.push(Word::of("つくる", at, Sort::Verb, self.lexicons())),
                Some(built) => {
                    words.push(Word::of(built, at, Sort::Noun, self.lexicons()));
                    words.push(Word::of("つくる", at, Sort::Verb, self.lexicons()));
                }
                None if form == token.base(text) => {
                    let entry = self.lexicons().numbered(token.entry);
                    words.push(Word::with(form, entry, at, sort, self.lexicons()));
                }
                None => words.push(Word::of(form, at, sort, self.lexicons())),
            }
        }
        words
    }
}

/// What sort of content word a token is, if it is one.
fn sort(token: &Token, text: &str, numeric: bool, lexicons: &Lexicons) -> Option<Sort> {
    let pos = token.pos;
    let surface = token.surface(text);
    if numeric || pos == Pos::NOUN_NUMBER {
        return surface.chars().any(char::is_alphanumeric).then_some(Sort::Figure);
    }
    if pos.is_verb() {
        return (pos != Pos::VERB_SUFFIX).then_some(Sort::Verb);
    }
    if pos.is_adjective() {
        return (token.base(text) != "ない").then_some(Sort::Adjective);
    }
    match pos {
        Pos::NOUN_ADJECTIVAL | Pos::NOUN_NAI | Pos::NOUN_SUFFIX_ADJECTIVAL if surface != "的" => {
            Some(Sort::Adjective)
        }
        Pos::NOUN_PRONOUN
        | Pos::NOUN_PRONOUN_CONTRACTED
        | Pos::NOUN_SUFFIX_COUNTER
        | Pos::NOUN_SPECIAL_AUXILIARY
        | Pos::NOUN_CONJUNCTIVE => None,
        _ if pos.is_dependent_noun() => None,
        _ if surface.ends_with("づくり") => Some(Sort::Noun),
        _ if pos.is_noun_suffix() => {
            (!lexicons.has_role(surface, WordRole::EmptySuffix)).then_some(Sort::Suffix)
        }
        _ if pos.is_noun() => surface.chars().any(char::is_alphanumeric).then_some(Sort::Noun),
        Pos::SYMBOL_ALPHABET => Some(Sort::Noun),
        _ => None,
    }
}

/// What is built in a 〜づくり.
fn building(form: &str) -> Option<&str> {
    ["づくり", "作り", "造り", "創り"].iter().find_map(|suffix| form.strip_suffix(suffix))
}

/// What a word is compared by: its usual spelling without okurigana.
fn key<'w>(form: &'w str, entry: &Entry, lexicons: &Lexicons) -> Cow<'w, str> {
    let usual = match entry.spelling(form) {
        same if same == form => entry.canonical.unwrap_or(form),
        usual => usual,
    };
    without_okurigana(if usual == form { form } else { lexicons.spelling(usual) })
}

/// Kanji that say too little by themselves: 生かす and 生きる, 行う and 行く.
const AMBIGUOUS: &[char] =
    &['生', '行', '来', '出', '入', '見', '立', '付', '合', '気', '人', '方'];

/// The kanji of a word, where no more than two kana follow any of them; else the word itself, less
/// the る of its verb form.
fn without_okurigana(word: &str) -> Cow<'_, str> {
    let kana = |c: char| ('ぁ'..='ん').contains(&c);
    if !word.contains(kana) {
        return Cow::Borrowed(word);
    }
    let kanji: String = word.chars().filter(|c| !kana(*c)).collect();
    let mut run = 0;
    let mut longest = 0;
    for c in word.chars() {
        run = if kana(c) { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let starts = word.starts_with(|c: char| !kana(c));
    let ambiguous = kanji.chars().count() == 1 && kanji.starts_with(AMBIGUOUS);
    if starts && longest <= 2 && !ambiguous && kanji.chars().all(is_kanji) {
        return Cow::Owned(kanji);
    }
    let stem = word.strip_suffix('る').filter(|stem| stem.ends_with(kana));
    Cow::Borrowed(stem.unwrap_or(word))
}

fn is_kanji(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c) || c == '々'
}

fn share_kanji(one: &str, other: &str) -> bool {
    one.chars().any(|c| is_kanji(c) && other.chars().any(|other| other == c))
}

/// Whether `longer` is `shorter` and one more letter that adds nothing.
fn one_more(shorter: &str, longer: &str) -> bool {
    longer.strip_prefix(shorter).is_some_and(|rest| {
        rest == "化" || shorter.chars().count() > 1 && matches!(rest, "日" | "間" | "等" | "性")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        let grammar = Grammar::built_in();
        let mut keys = Vec::new();
        for unit in grammar.analyze(text) {
            let words = grammar.words(&unit, 0..unit.tokens.len(), false);
            keys.extend(words.map(|word| word.key.to_string()));
        }
        keys
    }

    #[test]
    fn forms_of_a_word_have_one_key() {
        for (one, other) in [
            ("緑を守る", "みどりの守り"),
            ("引き上げる", "引上げ"),
            ("子供を育てる", "子どもが育つ"),
            ("空き家の利用", "空家を利用する"),
            ("手続きを行う", "手続がなされている"),
            ("街づくり", "まちをつくる"),
        ] {
            assert_eq!(keys(one), keys(other), "{one} {other}");
        }
    }

    #[test]
    fn figures_are_left_out_and_names_are_kept() {
        assert_eq!(keys("講座を12回開催する"), ["講座", "開催"]);
        assert_eq!(keys("第3次計画"), ["3", "計画"]);
    }

    #[test]
    fn words_that_share_a_kanji_only_are_kept_apart() {
        assert_ne!(keys("生きる"), keys("生かす"));
        assert_ne!(keys("働きかける"), keys("働く"));
    }
}
