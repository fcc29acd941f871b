//! Labels in their many guises, and what is none.

use super::{Label, is_furniture, is_number, title, whole};
use crate::sheet::Field;

fn label(text: &str) -> Option<(Label, Option<String>)> {
    whole(text).map(|found| (found.label, found.number))
}

#[test]
fn the_same_label_in_many_guises() {
    use Field::{CurrentState, Due, Means, Mission, Outcome, Policy, Target, Title};
    for (field, guises) in [
        (
            Title,
            &[
                "目標の表題",
                "目 標 の 表 題\n(何を)",
                "目標の表題（何を）",
                "■目標の表題",
                "①目標の表題",
                "目標の表題：",
                "１．目標の表題",
                "(1) 目標の表題",
                "目標(何を)",
                "何を",
            ][..],
        ),
        (
            Policy,
            &[
                "関連の施策・基本事業No.",
                "関連の施策・基本事業Ｎｏ．",
                "関連の施策・\n基本事業No.",
                "施策・基本事業No",
                "施策・基本事業№",
            ],
        ),
        (
            CurrentState,
            &[
                "〈現在の状態〉",
                "<現在の状態>",
                "＜現在の状態＞",
                "【現在の状態】",
                "《現在の状態》",
                "[現在の状態]",
                "達成水準\n<現在の状態>",
                "現状",
                "現 状 と 課 題",
                "※現状",
                "・現状・課題",
            ],
        ),
        (
            Target,
            &[
                "達成水準\r\n〈達成目標〉",
                "〈達成目標〉（アウトプット）",
                "令和4年度の目標",
                "今年度の目標",
                "数値目標",
                "2022年度目標値",
            ],
        ),
        (
            Outcome,
            &[
                "※目標が達成した状態",
                "※目標が\n達成した状態",
                "目標が達成した状態（アウトカム）",
                "めざす姿",
                "目指す姿",
            ],
        ),
        (
            Means,
            &[
                "手　段\n(どのような方法で)",
                "手段",
                "取り組み内容",
                "取組み内容",
                "取組内容",
                "具体的な方法",
            ],
        ),
        (Due, &["期　日", "期日（いつまでに）", "達成時期", "いつまでに"]),
        (Mission, &["関連の組織使命", "組織使命Ｎｏ．"]),
    ] {
        for guise in guises {
            assert_eq!(label(guise).map(|found| found.0), Some(Label::Field(field)), "{guise}");
        }
    }
}

#[test]
fn numbers_after_labels() {
    let numbered = |text: &str| label(text).unwrap();
    assert_eq!(numbered("◎部局目標1"), (Label::Goal, Some("1".to_owned())));
    assert_eq!(numbered("◎　部局目標２"), (Label::Goal, Some("2".to_owned())));
    assert_eq!(numbered("部局目標"), (Label::Goal, None));
    assert_eq!(numbered("目標③"), (Label::Goal, Some("3".to_owned())));
    assert_eq!(numbered("組　織　使　命　①"), (Label::Missions, Some("1".to_owned())));
    assert_eq!(numbered("組織使命（2）"), (Label::Missions, Some("2".to_owned())));
    assert_eq!(numbered("No."), (Label::Number, None));
    assert_eq!(label("目標"), None);
    assert_eq!(label("関連の組織使命1"), None, "the number is its value");
    assert_eq!(numbered("達成状況（指導者）").0, Label::Field(Field::ReviewStatus));
}

#[test]
fn running_text_is_no_label() {
    for text in [
        "手段として研修を行う",
        "現状では足りない",
        "期日までに提出する",
        "達成目標の設定",
        "・市民の健康意識の高揚を図る",
        "",
        "　",
        "・",
        "1",
        "(1)",
        "〈〉",
        "3月末",
        "健康福祉部",
        "令和4年度",
        "市の令和4年度",
        "市の令和4年度の目標",
    ] {
        assert_eq!(label(text), None, "{text}");
    }
}

#[test]
fn titles() {
    let title = |text: &str| {
        title(text).map(|title| {
            let range = title.department.unwrap_or_default();
            let name: String = text.chars().skip(range.start).take(range.len()).collect();
            (title.year, name)
        })
    };
    let is = |year, name: &str| Some((year, name.to_owned()));
    assert_eq!(title("令和4年度 部局マニフェスト（部局目標シート）"), is(Some(2022), ""));
    assert_eq!(title("令和４年度　部局目標シート※部局長が記入"), is(Some(2022), ""));
    assert_eq!(title("部局目標シート"), is(None, ""));
    assert_eq!(title("令和6年度 こども未来部 目標一覧"), is(Some(2024), "こども未来部"));
    assert_eq!(
        title("令和4年度 教育委員会事務局（学校教育） 目標一覧"),
        is(Some(2022), "教育委員会事務局（学校教育）")
    );
    assert_eq!(title("令和4年度の部局目標シートを作る"), None);
    assert_eq!(title("新しい目標シート"), None);
}

#[test]
fn furniture_and_numbers() {
    for text in ["↓", "⇒", "▶", "※部局長が記入", "様式１", "業績目標の達成状況\n5.先進的", "別紙2"]
    {
        assert!(is_furniture(text), "{text}");
    }
    for text in ["研修を行う", "様々な", "1-1・②"] {
        assert!(!is_furniture(text), "{text}");
    }
    for text in ["1", "１、２", "2-3・①", "第1号", "⇒7-5・①"] {
        assert!(is_number(text), "{text}");
    }
    for text in ["", "・", "1番目", "研修"] {
        assert!(!is_number(text), "{text}");
    }
}
