//! Clauses and their predicates, with light verbs, voice, politeness and noun or verb form undone.
//!
//! 「策定を行う」「策定がなされる」「策定する」「計画策定」 have one head, 策定. Where a verb only says how
//! an act or a change is gone about (図る, 努める, 推進する), its own object is the next head: the heads
//! of 「情報発信の強化を図る」 are 図る, 強化, 情報発信, from the outermost to the innermost.

use std::ops::Range;

use super::dictionary::Pos;
use super::lexicon::{Classes, Lexicons};
use super::phrase::{Flags, Link, Phrase, Role};
use super::token::Token;

/// What kind of word a head is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A verb, or a verbal noun with する.
    Verb,
    /// An adjective, or an adjectival noun as predicate.
    Adjective,
    /// A verbal noun at the end of a noun phrase.
    VerbalNoun,
    /// Any other noun.
    Noun,
}

/// One predicate word.
#[derive(Clone, Debug)]
pub struct Head {
    /// The word or idiom as the lexicons write it; the base form where none holds it.
    pub word: Box<str>,
    /// Its classes.
    pub classes: Classes,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The phrase that holds its last word.
    pub phrase: usize,
    /// What kind of word it is.
    pub kind: Kind,
    /// What its act or change is done to or happens to.
    pub of: Option<Argument>,
}

/// A clause: the phrases up to a predicate that ends it.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Its phrases.
    pub phrases: Range<usize>,
    /// How it leads on; `None` for the last one.
    pub link: Option<Link>,
    /// Heads from the outermost to the innermost; empty where nothing is predicated.
    pub heads: Vec<Head>,
    /// What the innermost head's act or change is done to or happens to: the phrase that names it,
    /// and the nouns in it.
    pub object: Option<Argument>,
    /// Who or what does or is it, where が or は tells.
    pub subject: Option<Argument>,
    /// What the function words of the outermost head say.
    pub flags: Flags,
    /// Tokens from the outermost head to the end of its function words.
    pub span: Range<usize>,
}

/// A noun phrase in a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Its phrase.
    pub phrase: usize,
    /// Its nouns.
    pub tokens: Range<usize>,
}

impl Clause {
    /// The outermost head.
    #[must_use]
    pub fn head(&self) -> Option<&Head> {
        self.heads.first()
    }

    /// The innermost head: the act or change itself.
    #[must_use]
    pub fn core(&self) -> Option<&Head> {
        self.heads.last()
    }
}

/// Verbs that add nothing to the noun that they make a verb of.
const LIGHT: &[&str] = &[
    "行う",
    "行なう",
    "おこなう",
    "する",
    "なす",
    "成す",
    "為す",
    "致す",
    "いたす",
    "なされる",
    "やる",
    "執り行う",
    "とり行う",
    "とる",
    "取る",
    "加える",
    "重ねる",
    "続ける",
    "進む",
];

/// Those of [`LIGHT`] that keep a meaning of their own where their object is no act.
const LIGHT_ONLY_WITH_ACT: &[&str] =
    &["とる", "取る", "加える", "重ねる", "続ける", "進む", "する", "やる"];

/// Verbs that only say that somebody says so, and do not guess it.
const SAYING_VERBS: &[&str] = &[
    "いう",
    "言う",
    "言える",
    "いえる",
    "申す",
    "申せる",
    "言い切る",
    "言い切れる",
    "認める",
    "判断",
    "指摘",
];

/// The other verbs that only say who thinks so.
const THINKING_VERBS: &[&str] = &[
    "考える",
    "思う",
    "認識",
    "捉える",
    "とらえる",
    "感じる",
    "みる",
    "見る",
    "考えられる",
    "思われる",
    "痛感",
    "実感",
    "受け止める",
];

/// Whether a verb only says who says or thinks so.
fn is_thinking(verb: &str) -> bool {
    SAYING_VERBS.contains(&verb) || THINKING_VERBS.contains(&verb)
}

/// Nouns that only say that something is so.
const FORMAL_NOUNS: &[&str] =
    &["状況", "状態", "段階", "ところ", "時期", "局面", "情勢", "傾向", "現状", "実情", "まま"];

/// Builds the clauses of a unit.
#[derive(Debug)]
pub struct Parser<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) phrases: &'a [Phrase],
    pub(super) lexicons: &'a Lexicons,
    /// Tokens that belong to a figure, a time or what tells its kind: no head is looked for in them.
    pub(super) figures: &'a [bool],
    /// The classes whose words are predicates.
    pub(super) predicates: Classes,
    /// Those that predicate a need.
    pub(super) needs: Classes,
    /// Those that predicate a need, a demand, a guess or a verdict.
    pub(super) judgements: Classes,
    /// Those that predicate a need or a verdict.
    pub(super) judged: Classes,
}

impl Parser<'_> {
    /// The clauses, in the order of the text.
    #[must_use]
    pub fn clauses(&self) -> Vec<Clause> {
        let mut clauses = Vec::new();
        let mut start = 0;
        for (at, phrase) in self.phrases.iter().enumerate() {
            let link = match phrase.role {
                Role::Link(link) => Some(link),
                Role::End => None,
                // 「調書を3,000世帯に配布、回収」: a verbal noun with its object, then a pause.
                Role::Bare if phrase.comma && self.is_verbal_clause(start, at) => Some(Link::Side),
                _ => continue,
            };
            clauses.push(self.clause(start..at + 1, link));
            start = at + 1;
        }
        clauses
    }

    fn is_verbal_clause(&self, start: usize, at: usize) -> bool {
        let verbal = self.phrases.get(at).is_some_and(|phrase| {
            self.last_noun(phrase)
                .is_some_and(|token| self.tokens.get(token).is_some_and(Token::is_verbal_noun))
        });
        verbal
            && self.phrases.get(start..at).unwrap_or_default().iter().any(|phrase| {
                phrase.role == Role::Object
                    && phrase.governor.is_some_and(|governor| governor >= at)
            })
    }

    /// Whether a phrase holds nothing but a figure or a time.
    fn is_figure(&self, at: usize) -> bool {
        self.phrases.get(at).is_some_and(|phrase| {
            self.last_noun(phrase).is_none()
                && self.tokens.get(phrase.content.end - 1).is_none_or(|t| t.pos != Pos::VERB)
        })
    }

    /// The last noun of a phrase that is no figure.
    fn last_noun(&self, phrase: &Phrase) -> Option<usize> {
        phrase.content.clone().rev().find(|at| !self.figures.get(*at).copied().unwrap_or(false))
    }

    fn clause(&self, phrases: Range<usize>, link: Option<Link>) -> Clause {
        let last = phrases.end - 1;
        let mut clause = Clause {
            phrases,
            link,
            heads: Vec::new(),
            object: None,
            subject: None,
            flags: Flags::default(),
            span: 0..0,
        };
        // A figure or a date after the words (「…の公表 9月」) is no predicate.
        let mut at = last;
        while at > clause.phrases.start && self.is_figure(at) {
            // 「…率は45％」 predicates the figure itself.
            let label = |p: &Phrase| matches!(p.role, Role::Bare | Role::Parallel);
            if !self.phrases.get(at - 1).is_some_and(label) {
                return clause;
            }
            at -= 1;
        }
        let Some(phrase) = self.phrases.get(at) else { return clause };
        clause.flags = phrase.flags;
        let mut heads = Vec::new();
        let object = self.heads(at, clause.phrases.start, &mut clause.flags, &mut heads, 0);
        clause.span =
            heads.first().map_or(phrase.content.clone(), |head: &Head| head.tokens.clone());
        clause.span.end = clause.span.end.max(phrase.end.min(self.tokens.len()));
        clause.subject = self.argument(at, clause.phrases.start, &[Role::Subject, Role::Topic]);
        clause.object = object;
        clause.heads = heads;
        clause
    }

    /// Collects the heads from phrase `at` inwards and returns what the innermost one is done to.
    fn heads(
        &self,
        at: usize,
        first: usize,
        flags: &mut Flags,
        heads: &mut Vec<Head>,
        depth: usize,
    ) -> Option<Argument> {
        let phrase = self.phrases.get(at)?;
        let mut head = self.head(at, first)?;
        // What stands before the head, in reach of it: idioms take in the phrases that they hold.
        let own = (first..=at)
            .find(|&p| self.phrases.get(p).is_some_and(|p| p.content.end > head.tokens.start))
            .unwrap_or(at);
        // 「いまひとつと言わざるを得ない」 owns up to something and is no duty.
        if depth == 0 && self.owns_up(phrase) && head.classes.intersects(self.judgements)
            || is_thinking(&head.word) && self.owns_up(phrase)
        {
            flags.clear(Flags::OBLIGATION);
        }
        if depth == 0 && self.holds_negation(&head, phrase) {
            flags.flip(Flags::NEGATED);
        }
        if depth > 4 {
            heads.push(head);
            return None;
        }
        if head.kind == Kind::Verb || head.kind == Kind::Adjective {
            let bare = !head.classes.intersects(self.predicates);
            let light = LIGHT.contains(&&*head.word);
            if bare
                && matches!(
                    &*head.word,
                    "なる" | "する" | "ある" | "ない" | "いる" | "おる" | "できる"
                )
                && let Some(complement) = self.complement(own, first, &head.word)
            {
                match &*head.word {
                    "なる" => flags.set(Flags::BECOME),
                    "する" => flags.set(Flags::MAKE),
                    "ない" => {
                        flags.set(Flags::EXISTENCE);
                        flags.flip(Flags::NEGATED);
                    }
                    "できる" => flags.set(Flags::POTENTIAL),
                    _ => flags.set(Flags::EXISTENCE),
                }
                return self.heads(complement, first, flags, heads, depth + 1);
            }
            if light
                && let Some(object) =
                    self.dependents(own, first, &[Role::Object, Role::Subject, Role::Topic]).next()
                && (!LIGHT_ONLY_WITH_ACT.contains(&&*head.word) || self.is_act(object))
                && (bare || self.is_act(object))
            {
                return self.heads(object, first, flags, heads, depth + 1);
            }
        }
        // 「必要であると考えている」「重要と言わざるを得ない」: what is thought so is so predicated.
        if is_thinking(&head.word) {
            let says = SAYING_VERBS.contains(&&*head.word);
            let judged = if says { self.judged } else { self.needs };
            let quoted = || self.dependents(own, first, &[Role::Nominal, Role::With]);
            // 「…とは申せない」 denies that something is wholly so.
            if says && flags.has(Flags::NEGATED) && quoted().next().is_some() {
                flags.set(Flags::PARTLY);
            }
            let guess = |at: usize| {
                self.phrases.get(at).is_some_and(|phrase| phrase.flags.has(Flags::CONJECTURE))
            };
            // 「急ぐべきものと考えている」.
            let duty = |at: usize| {
                self.phrases.get(at).is_some_and(|phrase| phrase.flags.has(Flags::OBLIGATION))
            };
            if quoted().any(duty) {
                flags.set(Flags::OBLIGATION);
            }
            if quoted().any(guess) || says && self.owns_up(phrase) {
                flags.set(Flags::CONJECTURE);
            }
            let said = quoted().find(|&quoted| {
                self.head(quoted, first).is_some_and(|head| head.classes.intersects(judged))
            });
            if let Some(said) = said {
                return self.heads(said, first, flags, heads, depth + 1);
            }
        }
        // 「待ったなしの状況」「厳しい状態」: the formal noun adds nothing.
        if head.kind == Kind::Noun && heads.is_empty() && FORMAL_NOUNS.contains(&&*head.word) {
            let said = self.dependents(own, first, &[Role::Of, Role::Adnominal]).next();
            if let Some(said) = said {
                return self.heads(said, first, flags, heads, depth + 1);
            }
        }
        // 「厳しい状態が続いている」.
        if matches!(&*head.word, "続く" | "ある" | "みられる" | "見られる")
            && let Some(subject) = self.dependents(own, first, &[Role::Subject, Role::Goal]).next()
            && self.head(subject, first).is_some_and(|noun| FORMAL_NOUNS.contains(&&*noun.word))
        {
            return self.heads(subject, first, flags, heads, depth + 1);
        }
        let inner = self.inner(&head, own, first, *flags);
        if head.kind == Kind::Noun && head.classes.is_empty() && !heads.is_empty() {
            // Not a predicate: what the head before it is done to.
            head.tokens = self.nouns(phrase);
            return Some(Argument { phrase: at, tokens: head.tokens });
        }
        let rest = phrase.content.start..head.tokens.start;
        let within = (!rest.is_empty() && head.kind != Kind::Adjective)
            .then_some(Argument { phrase: at, tokens: rest });
        let nominal = matches!(head.kind, Kind::Noun | Kind::VerbalNoun);
        head.of = match inner {
            Some(inner) if within.is_none() || !nominal => Some(self.whole(inner)),
            _ => within.clone(),
        };
        heads.push(head);
        match inner {
            Some(inner) if within.is_none() || !nominal => {
                let is_head = self.is_predicate_noun(inner);
                if is_head {
                    return self
                        .heads(inner, first, flags, heads, depth + 1)
                        .or(Some(self.whole(inner)));
                }
                Some(self.whole(inner))
            }
            _ => within,
        }
    }

    /// Whether a predicate ends in ざるを得ない.
    fn owns_up(&self, phrase: &Phrase) -> bool {
        phrase.flags.has(Flags::OBLIGATION)
            && (phrase.content.end..phrase.end).any(|at| {
                self.tokens.get(at).is_some_and(|token| token.surface(self.text) == "ざる")
            })
    }

    /// Whether an idiom has taken the phrase's ない in (欠かせない, 避けて通れない).
    fn holds_negation(&self, head: &Head, phrase: &Phrase) -> bool {
        let absent = head.word.ends_with("ない")
            && self
                .tokens
                .get(head.tokens.end.wrapping_sub(1))
                .is_some_and(|token| token.base(self.text) == "ある");
        if absent {
            return true;
        }
        (phrase.content.end..head.tokens.end).any(|at| {
            self.tokens
                .get(at)
                .is_some_and(|token| matches!(token.base(self.text), "ない" | "ん" | "ぬ"))
        })
    }

    fn whole(&self, phrase: usize) -> Argument {
        let tokens = self.phrases.get(phrase).map_or(0..0, |p| self.nouns(p));
        Argument { phrase, tokens }
    }

    /// The nouns of a phrase, without figures at their end.
    fn nouns(&self, phrase: &Phrase) -> Range<usize> {
        let end = self.last_noun(phrase).map_or(phrase.content.end, |last| last + 1);
        phrase.content.start..end
    }

    /// The word of phrase `at` that predicates: the longest entry of the lexicons that ends in it.
    fn head(&self, at: usize, first: usize) -> Option<Head> {
        let phrase = self.phrases.get(at)?;
        let content = self.nouns(phrase);
        let last = self.tokens.get(content.end.checked_sub(1)?)?;
        let verb = matches!(last.pos, Pos::VERB | Pos::VERB_DEPENDENT);
        let sahen = verb
            && content.len() > 1
            && matches!(last.base(self.text), "する" | "できる" | "いたす" | "致す" | "なさる");
        let kind = if verb && phrase.predicate {
            Kind::Verb
        } else if matches!(last.pos, Pos::ADJECTIVE | Pos::ADJECTIVE_DEPENDENT)
            || matches!(
                last.pos,
                Pos::NOUN_ADJECTIVAL | Pos::NOUN_NAI | Pos::NOUN_SUFFIX_ADJECTIVAL
            )
        {
            Kind::Adjective
        } else if last.is_verbal_noun() || verb {
            Kind::VerbalNoun
        } else {
            Kind::Noun
        };
        // Where the entry may end: at the content, or at a ない, れる or せる after it.
        let mut ends = vec![if sahen { content.end - 1 } else { content.end }];
        if phrase.predicate {
            let tail = phrase.formal.unwrap_or(phrase.end).min(self.tokens.len());
            for end in content.end..tail {
                if self.tokens.get(end).is_some_and(|token| {
                    matches!(
                        token.base(self.text),
                        "ない"
                            | "れる"
                            | "られる"
                            | "せる"
                            | "させる"
                            | "ん"
                            | "ぬ"
                            | "きれる"
                            | "いる"
                            | "難い"
                            | "がたい"
                            | "にくい"
                            | "づらい"
                    )
                }) {
                    ends.push(end + 1);
                }
            }
            if let Some(formal) = phrase.formal {
                ends.push(formal + 1);
            }
        }
        let mut best: Option<(usize, usize, &str, Classes)> = None;
        let mut key = String::with_capacity(64);
        for &end in &ends {
            let Some(final_token) = self.tokens.get(end - 1) else { continue };
            // Words are looked up from their beginnings: within the content from each word, before it
            // from the beginning of a phrase.
            let before = self.phrases.get(first..at).unwrap_or_default().iter().rev();
            let within = (content.start..end.min(content.end)).rev();
            for start in within.chain(before.map(|phrase| phrase.content.start)) {
                let Some(token) = self.tokens.get(start) else { break };
                let before_last = final_token.start.saturating_sub(token.start);
                if before_last > self.lexicons.longest() * 3 {
                    break;
                }
                // 「通れません」 is 「通れない」: politeness is no part of a word.
                let polite = self
                    .tokens
                    .get(end.wrapping_sub(2))
                    .filter(|before| end > content.end + 1 && before.base(self.text) == "ます");
                let stem_end = polite.map_or(final_token.start, |before| before.start);
                let stem = self.text.get(token.start..stem_end).unwrap_or_default();
                if !self.lexicons.may_begin_with(stem) {
                    continue;
                }
                let base = final_token.base(self.text);
                // 「猶予もありません」 is 「猶予もない」.
                let absent = base == "ある" && phrase.flags.has(Flags::NEGATED);
                let denied = matches!(base, "ん" | "ぬ") || absent;
                let found = if stem.is_empty() && !denied && !base.ends_with('す') {
                    self.lexicons.numbered(final_token.entry).listed()
                } else {
                    key.clear();
                    key.push_str(stem);
                    key.push_str(if denied { "ない" } else { base });
                    self.entry(&mut key, final_token)
                };
                let Some((word, classes)) = found else { continue };
                if !classes.intersects(self.predicates) && start < content.start {
                    continue;
                }
                let better = best.is_none_or(|(best_start, best_end, ..)| {
                    start < best_start || (start == best_start && end > best_end)
                });
                if better {
                    best = Some((start, end, word, classes));
                }
            }
        }
        // 「期待はいよいよ高まっている」: words stand between an idiom's noun and its verb, or は for が.
        if matches!(kind, Kind::Verb | Kind::Adjective)
            && phrase.predicate
            && best.is_none_or(|(start, ..)| start >= content.start)
            && let Some(idiom) = self.parted_idiom(at, first, &ends, &mut key)
        {
            best = Some(idiom);
        }
        // 「力を入れます」 in negated polite form is 「力を入れない」, not another word.
        let (tokens, word, classes) = match best {
            Some((start, end, word, classes)) => {
                (start..end.max(content.end), word.into(), classes)
            }
            None if sahen => {
                let noun = content.end - 2;
                let word = self.tokens.get(noun).map_or("", |token| token.surface(self.text));
                (self.noun_start(&content, noun)..content.end, word.into(), Classes::NONE)
            }
            None => {
                let start =
                    if verb { content.end - 1 } else { self.noun_start(&content, content.end - 1) };
                (start..content.end, last.base(self.text).into(), Classes::NONE)
            }
        };
        Some(Head { word, classes, tokens, phrase: at, kind, of: None })
    }

    /// The entry of a word. The dictionary has 要す, 危惧す for 要する, 危惧する in some forms.
    fn entry(&self, key: &mut String, last: &Token) -> Option<(&'static str, Classes)> {
        let found = self.lexicons.find(key);
        if found.is_some() || last.pos != Pos::VERB || !key.ends_with('す') {
            return found;
        }
        key.push('る');
        let stem = key.strip_suffix("する").filter(|stem| stem.chars().nth(1).is_some());
        self.lexicons.find(key).or_else(|| self.lexicons.find(stem?))
    }

    /// A judgement whose noun hangs on the predicate `at` from further away.
    fn parted_idiom(
        &self,
        at: usize,
        first: usize,
        ends: &[usize],
        key: &mut String,
    ) -> Option<(usize, usize, &'static str, Classes)> {
        let roles = [Role::Subject, Role::Topic, Role::Object, Role::Goal];
        let content = self.phrases.get(at)?.content.clone();
        let verb = self.tokens.get(content.start)?.start;
        for dependent in self.dependents(at, first, &roles) {
            let phrase = self.phrases.get(dependent)?;
            let particle = match phrase.role {
                Role::Object => "を",
                Role::Goal => "に",
                _ => "が",
            };
            let nouns = self.nouns(phrase);
            let noun = nouns.end.checked_sub(1)?;
            let (from, to) = (self.tokens.get(noun)?.start, self.tokens.get(noun)?.end);
            for &end in ends {
                let last = self.tokens.get(end - 1)?;
                key.clear();
                key.push_str(self.text.get(from..to).unwrap_or_default());
                key.push_str(particle);
                key.push_str(self.text.get(verb..last.start).unwrap_or_default());
                key.push_str(last.base(self.text));
                if let Some((word, classes)) = self.lexicons.find(key)
                    && classes.intersects(self.judgements)
                {
                    return Some((noun, end, word, classes));
                }
            }
        }
        None
    }

    /// Where the last word of a run of nouns begins: a suffix belongs to the word before it.
    fn noun_start(&self, content: &Range<usize>, mut at: usize) -> usize {
        while at > content.start
            && self.tokens.get(at).is_some_and(|token| {
                matches!(
                    token.pos,
                    Pos::NOUN_SUFFIX
                        | Pos::NOUN_SUFFIX_VERBAL
                        | Pos::NOUN_SUFFIX_ADJECTIVAL
                        | Pos::NOUN_SUFFIX_ADVERBIAL
                )
            })
        {
            at -= 1;
        }
        at
    }

    /// What a なる, する or ある says something of: the nearest phrase before it that fits.
    fn complement(&self, own: usize, first: usize, verb: &str) -> Option<usize> {
        let before = own.checked_sub(1).filter(|before| *before >= first)?;
        let phrase = self.phrases.get(before)?;
        let fits = match verb {
            "なる" | "する" => {
                matches!(phrase.role, Role::Goal | Role::With | Role::Manner)
                    // 「欠かせないとされる」.
                    || (phrase.role == Role::Nominal && phrase.predicate && verb == "する")
                    || (phrase.role == Role::Topic && verb == "なる")
            }
            _ => matches!(
                phrase.role,
                Role::Subject
                    | Role::Topic
                    | Role::Object
                    | Role::Bare
                    | Role::Nominal
                    | Role::Goal
                    | Role::By
            ),
        };
        fits.then_some(before)
    }

    /// The phrase that the next head is looked for in.
    fn inner(&self, head: &Head, own: usize, first: usize, flags: Flags) -> Option<usize> {
        if matches!(head.kind, Kind::Noun | Kind::VerbalNoun) {
            // 「監査基準の改訂及び公表」: they share what it is done to.
            let shared = || {
                self.dependents(own, first, &[Role::Parallel]).find_map(|side| {
                    self.is_predicate_noun(side)
                        .then(|| self.dependents(side, first, &[Role::Of]).next())
                        .flatten()
                })
            };
            let inner = self.dependents(own, first, &[Role::Of, Role::Object]).next();
            return inner.or_else(shared);
        }
        let roles: &[Role] = if flags.has(Flags::PASSIVE) || flags.has(Flags::POTENTIAL) {
            &[Role::Object, Role::Subject, Role::Topic, Role::Nominal, Role::Goal]
        } else {
            &[Role::Object, Role::Goal, Role::Subject, Role::Nominal, Role::Topic]
        };
        // 「計画の認定を受ける」: what hangs on the noun inside an idiom.
        let within = || {
            (own < head.phrase).then(|| self.dependents(own, first, &[Role::Of]).next()).flatten()
        };
        // 「工事を束ねて発注する」: the verbs share what they are done to.
        let through = || {
            self.dependents(own, first, &[Role::Manner])
                .find(|p| self.phrases.get(*p).is_some_and(|p| p.predicate))
                .and_then(|te| self.dependents(te, first, &[Role::Object]).next())
        };
        // 「連携をこれまで以上に密にする」: on the last word of the idiom.
        let on_idiom = || {
            (own < head.phrase)
                .then(|| self.dependents(head.phrase, first, &[Role::Object]).find(|p| *p < own))
                .flatten()
        };
        roles
            .iter()
            .find_map(|role| self.dependents(own, first, &[*role]).next())
            .or_else(on_idiom)
            .or_else(within)
            .or_else(through)
    }

    /// The phrases before `at` that hang on it in one of these roles, the nearest first.
    pub(super) fn dependents<'s>(
        &'s self,
        at: usize,
        first: usize,
        roles: &'s [Role],
    ) -> impl Iterator<Item = usize> + 's {
        (first..at).rev().filter(move |&p| {
            self.phrases
                .get(p)
                .is_some_and(|phrase| phrase.governor == Some(at) && roles.contains(&phrase.role))
        })
    }

    fn argument(&self, at: usize, first: usize, roles: &[Role]) -> Option<Argument> {
        roles.iter().find_map(|role| {
            self.dependents(at, first, &[*role])
                // 「生徒の6割が」: it is the pupils who do it.
                .find_map(|phrase| {
                    let figure = self.is_figure(phrase);
                    let counted = || self.dependents(phrase, first, &[Role::Of]).next();
                    if figure { counted() } else { Some(phrase) }
                })
                .map(|phrase| self.whole(phrase))
        })
    }

    /// Whether the phrase's noun names an act or a change.
    fn is_act(&self, phrase: usize) -> bool {
        self.is_predicate_noun(phrase)
    }

    fn is_predicate_noun(&self, at: usize) -> bool {
        let Some(phrase) = self.phrases.get(at) else { return false };
        let content = self.nouns(phrase);
        let Some(last) = content.end.checked_sub(1).and_then(|last| self.tokens.get(last)) else {
            return false;
        };
        if last.is_verbal_noun() || phrase.predicate {
            return true;
        }
        let start = content.start;
        (start..content.end).any(|from| {
            let Some(token) = self.tokens.get(from) else { return false };
            let classes = if from + 1 == content.end && !token.is_inflected() {
                self.lexicons.numbered(token.entry).classes
            } else {
                self.lexicons.classes(self.text.get(token.start..last.end).unwrap_or_default())
            };
            classes.intersects(self.predicates)
        })
    }
}
