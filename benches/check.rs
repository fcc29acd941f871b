//! What a check costs beside the analyser that it stands on: `cargo bench`.
//!
//! In one run, over the same sheets, round by round: the CPU time of the whole check, and that of
//! lindera alone with part of speech and base form of every word read through its own `details`.
//! The check must not take more than half as much again (`RATIO`).

// A benchmark needs files and a clock; clippy.toml forbids them to the core only.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, clippy::print_stdout)]

use std::borrow::Cow;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use cpu_time::ProcessTime;
use lindera::mode::Mode;
use lindera::segmenter::Segmenter;
use mokuhyo::finding::Language;
use mokuhyo::language::dictionary::Analyzer;
use mokuhyo::rules::{Checker, Rules};
use mokuhyo::sheet::{Field, Goal, Sheet, Text};

/// The program's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SHEETS: usize = 2_000;
const BYTES: usize = 2_048;
const ROUNDS: usize = 9;
/// What the check may cost, lindera alone being 1.
const RATIO: f64 = 1.5;

/// The fields that hold sentences.
const FIELDS: [Field; 5] =
    [Field::Title, Field::CurrentState, Field::Target, Field::Outcome, Field::Means];

fn main() {
    // `cargo test` runs benches too, where a glance must do.
    let test = std::env::args().any(|argument| argument == "--test");
    let (count, rounds) = if test { (20, 1) } else { (SHEETS, ROUNDS) };
    let sheets = Pool::from_fixtures().sheets(count);
    let texts: Vec<&str> = sheets.iter().flat_map(texts).collect();
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    println!("{count} sheets, {} bytes of text each on average", bytes / count);

    let checker = Checker::new(Rules::built_in());
    let (dictionary, office_words) = Analyzer::lindera();
    let segmenter = Segmenter::new(Mode::Normal, dictionary, office_words);
    let analyzer = Analyzer::new();
    let (mut checks, mut cuts, mut linderas) = (Vec::new(), Vec::new(), Vec::new());
    // Interleaved, so that whatever else the machine does falls on both alike; the first round
    // only warms up.
    for round in 0..=rounds {
        let (findings, check) = timed(|| check(&checker, &sheets));
        let (_, cut) =
            timed(|| texts.iter().map(|text| analyzer.analyze(text).len()).sum::<usize>());
        let (words, lindera) = timed(|| lindera_alone(&segmenter, &texts));
        if round == 0 {
            println!("{findings} findings; {words} words");
        } else {
            checks.push(check);
            cuts.push(cut);
            linderas.push(lindera);
        }
    }
    let mut ratios: Vec<f64> =
        checks.iter().zip(&linderas).map(|(a, b)| a.as_secs_f64() / b.as_secs_f64()).collect();
    ratios.sort_by(f64::total_cmp);
    let ratio = ratios[ratios.len() / 2];
    let each = |time: Duration| time / u32::try_from(count).expect("few sheets");
    let (check, cut, lindera) = (median(checks), median(cuts), median(linderas));
    println!("whole check   {:>7.1} ms CPU  {:>6.0?} a sheet", millis(check), each(check));
    println!("  words alone {:>7.1} ms CPU  {:>6.0?} a sheet", millis(cut), each(cut));
    println!("lindera alone {:>7.1} ms CPU  {:>6.0?} a sheet", millis(lindera), each(lindera));
    println!(
        "ratio         {ratio:>7.2}  (median of {rounds} rounds, {:.2} to {:.2}; at most {RATIO})",
        ratios[0],
        ratios[ratios.len() - 1],
    );
}

fn check(checker: &Checker, sheets: &[Sheet]) -> usize {
    sheets.iter().map(|sheet| black_box(checker.check(sheet, Language::Japanese)).len()).sum()
}

/// Cuts the texts as lindera does by itself and reads what the check needs of each word.
fn lindera_alone(segmenter: &Segmenter, texts: &[&str]) -> usize {
    let mut words = 0;
    for text in texts {
        let mut tokens = segmenter.segment(Cow::Borrowed(text)).expect("lindera reads any text");
        for token in &mut tokens {
            let details = token.details();
            black_box((details.get(..4), details.get(6)));
        }
        words += tokens.len();
    }
    words
}

/// The texts of a sheet that are analysed.
fn texts(sheet: &Sheet) -> impl Iterator<Item = &str> {
    let fields = sheet.goals.iter().flat_map(|goal| FIELDS.map(|field| goal.field(field)));
    sheet.missions.iter().chain(fields).map(Text::as_str).filter(|text| !text.is_empty())
}

/// The CPU time of the process, which has one thread.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = ProcessTime::now();
    let result = work();
    (result, start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// Missions and goals of the project's own sheets.
struct Pool {
    missions: Vec<String>,
    goals: Vec<Goal>,
}

impl Pool {
    fn from_fixtures() -> Self {
        let mut pool = Self { missions: Vec::new(), goals: Vec::new() };
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
        for folder in ["labelled", "sheets"] {
            let entries = std::fs::read_dir(fixtures.join(folder)).expect("fixtures are there");
            let mut paths: Vec<_> = entries.map(|entry| entry.expect("readable").path()).collect();
            paths.sort();
            for path in paths.iter().filter(|path| path.extension().is_some_and(|e| e == "json")) {
                let bytes = std::fs::read(path).expect("a fixture can be read");
                let document = mokuhyo::read::read("a.json", &bytes).expect("a fixture is a sheet");
                for sheet in document.sheets {
                    pool.missions
                        .extend(sheet.missions.iter().map(|text| text.as_str().to_owned()));
                    pool.goals.extend(sheet.goals);
                }
            }
        }
        pool
    }

    fn sheets(&self, count: usize) -> Vec<Sheet> {
        let mut random = Random(0x6d6f_6b75_6879_6f21);
        (0..count).map(|_| self.sheet(&mut random)).collect()
    }

    /// A sheet with as many goals as its bytes take; the last one loses lines that are too many.
    /// Goals are taken whole, since what the relations cost depends on how fields fit each other.
    fn sheet(&self, random: &mut Random) -> Sheet {
        let missions: Vec<_> =
            (0..2).map(|_| Text::from(random.of(&self.missions).as_str())).collect();
        let mut left = BYTES.saturating_sub(missions.iter().map(|m| m.as_str().len()).sum());
        let mut sheet = Sheet { fiscal_year: Some(2022), missions, ..Sheet::default() };
        while left > 0 {
            let taken = random.of(&self.goals);
            let mut goal = Goal::new((sheet.goals.len() + 1).to_string());
            goal.set(Field::Mission, Text::from("1"));
            goal.set(Field::Policy, Text::from("2-3・①"));
            goal.set(Field::Due, Text::from("2023（令和5）年3月末"));
            for field in FIELDS {
                let mut lines = Vec::new();
                for line in taken.field(field).as_str().lines() {
                    if left == 0 {
                        break;
                    }
                    left = left.saturating_sub(line.len());
                    lines.push(line);
                }
                goal.set(field, Text::from(&*lines.join("\n")));
            }
            sheet.goals.push(goal);
        }
        sheet
    }
}

/// xorshift64: the same sheets in every run, everywhere.
struct Random(u64);

impl Random {
    fn of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let length = u64::try_from(of.len()).expect("few of them");
        &of[usize::try_from(self.0 % length).expect("below the length")]
    }
}
