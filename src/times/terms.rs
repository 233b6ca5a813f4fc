//! The kinds of word that time expressions are made of.

/// What a word means in a time expression, the same in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// A month, 1 to 12.
    Month(u8),
    /// A day of the week, 1 is Monday; with a part of the day in `maandagavond`.
    Weekday(u8, Option<Part>),
    /// A part of the day.
    Part(Part),
    /// A part of the day as a habit, or of the day at hand: `'s avonds`.
    Habit(Part),
    /// Days from today, with a part of the day in `gisteravond`.
    Day(i8, Option<Part>),
    /// A unit of time.
    Unit(Unit),
    /// A number in words.
    Number(u32),
    /// `anderhalf`: one and a half.
    OneAndHalf,
    /// `drieënhalf`: so many and a half.
    AndHalf(u8),
    /// `eens`.
    Once,
    /// `altijd`, `nooit`.
    Always,
    /// `half`: half past the hour before, half of a unit, or the middle of a month.
    Half,
    /// `kwart`.
    Quarter,
    /// `vorige`, `last`.
    Last,
    /// `volgende`, `next`.
    Next,
    /// `deze`, `this`.
    This,
    /// `geleden`, `ago`.
    Ago,
    /// `later`.
    Later,
    /// `eerder`, `earlier`.
    Earlier,
    /// `lang`: after a length of time.
    Long,
    /// `begin`, `medio`, `eind`: the modifier.
    Edge(&'static str),
    /// `ruim`, `ongeveer`.
    About,
    /// A season or a part of the year: `SP`, `SU`, `FA`, `WI`.
    Season(&'static str),
    /// `elke`, `every`.
    Every,
    /// Something that recurs: `dagelijks`, with its value.
    Set(&'static str),
    /// A vague reference: its value.
    Reference(&'static str),
    /// A length that is not told: `jarenlang`, with its value.
    Length(&'static str),
    /// `enkele`, `paar`: a number that is not told.
    Some,
    /// A feast or another named day of the year.
    Feast(Feast),
    /// `over`, `in`: from now.
    FromNow,
    /// `binnen`, `within`.
    Within,
    /// `voor` in `kwart voor zes`.
    To,
    /// `over` in `kwart over zes` where the language has a word of its own.
    Past,
    /// A preposition after which a bare year stands.
    Preposition,
    /// A preposition before a clock time: `om`, `rond`.
    At,
    /// `tot`.
    Until,
    /// `tot en met`, `t/m`, `uiterlijk`.
    Through,
    /// `tussen`.
    Between,
    /// `sinds`.
    Since,
    /// `vanaf`, `met ingang van`.
    From,
    /// `kort`, `vlak`: before `voor acht uur`.
    Just,
    /// `schooljaar`, `seizoen`: a year follows.
    YearWord,
    /// `na`.
    After,
    /// `en`, `of`.
    And,
    /// A dash between two ends.
    Dash,
    /// `die`, `dat`: what was mentioned before.
    That,
    /// `erna`, `daarop`: after what was mentioned.
    Following,
    /// `ervoor`: before it.
    Preceding,
    /// `hele`, `volle`: says no more than the unit.
    Whole,
    /// `vroeg`, `laat`: beside a part of the day.
    Late,
    /// `voor Christus` (true), `na Christus`.
    Era(bool),
    /// `keer`, `maal`.
    Times,
    /// `per`, `eens in de`.
    Per,
    /// A short form of a day of the week, which is a word of its own too: `za`, `do`.
    ShortDay(u8),
    /// A day of the week as a habit: `'s maandags`, `zondagen`.
    Weekly(u8),
    /// Something that lasts for a time: `contract`, `plan`.
    Thing,
    /// `daags`, `jarig`: with a number before it, a length.
    Lasting(Unit, u8),
    /// A finite verb, with what it tells of the tense.
    Verb(Voice),
    /// `jaren` before a decade.
    Years,
    /// An article.
    Article,
    /// `van`, `of`.
    Of,
    /// An ordinal number, 1 to 31.
    Ordinal(u8),
    /// `uur` after a clock time, `o'clock`.
    Hour,
    /// An hour with a name: `middernacht`, `zessen`.
    Clock(u8),
    /// Half an hour before an hour, in one word: `halfvijf`.
    HalfHour(u8),
    /// `a.m.` and `p.m.`: hours to add.
    HalfDay(u8),
}

impl Term {
    /// Whether such a word makes an expression of the article or the pointer before it.
    pub fn carries(self) -> bool {
        self.starts()
            && !matches!(self, Self::Article | Self::That | Self::This | Self::At | Self::Per | Self::Every)
            || self == Self::Hour
    }

    /// Whether an expression can start with such a word; others stand within one or before it.
    pub fn starts(self) -> bool {
        !matches!(
            self,
            Self::Verb(_)
                | Self::Thing
                | Self::And
                | Self::Of
                | Self::Dash
                | Self::Times
                | Self::Preposition
                | Self::To
                | Self::FromNow
                | Self::Until
                | Self::Through
                | Self::Since
                | Self::From
                | Self::After
                | Self::Between
                | Self::Within
                | Self::Just
                | Self::YearWord
                | Self::Ago
                | Self::Long
                | Self::Following
                | Self::Preceding
                | Self::Always
                | Self::Hour
                | Self::Era(_)
        )
    }
}

/// What a finite verb tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Past tense.
    Past,
    /// Present tense.
    Present,
}

/// How the day of a feast is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// A month and a day.
    Fixed(u8, u8),
    /// Days from Easter Sunday.
    Easter(i8),
    /// The so manieth day of the week of a month: month, day of the week, which.
    Nth(u8, u8, u8),
    /// By a calendar of the moon, seen and not reckoned: only its year is sure.
    Moving,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The morning.
    Morning,
    /// The afternoon.
    Afternoon,
    /// The evening.
    Evening,
    /// The night.
    Night,
}

impl Part {
    /// The TIMEX3 value after `T`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }

    /// An hour of the twelve-hour clock in this part of the day.
    pub fn hour(self, hour: u32) -> u32 {
        let late = matches!(self, Self::Afternoon | Self::Evening) && hour < 12;
        if late { hour + 12 } else { hour }
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A night.
    Night,
    /// A weekend.
    Weekend,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Unit {
    /// The value of so many units, `PT2H` or `P2W`; `count` is digits, or `X` when it is not told.
    pub fn duration(self, count: &str) -> String {
        match self {
            Self::Second => format!("PT{count}S"),
            Self::Minute => format!("PT{count}M"),
            Self::Hour => format!("PT{count}H"),
            Self::Day | Self::Night => format!("P{count}D"),
            Self::Weekend => format!("P{count}WE"),
            Self::Week => format!("P{count}W"),
            Self::Month => format!("P{count}M"),
            Self::Quarter => match count.parse::<u32>() {
                Ok(count) => format!("P{}M", u64::from(count) * 3),
                Err(_) => format!("P{count}Q"),
            },
            Self::Year => format!("P{count}Y"),
            Self::Decade => format!("P{count}DE"),
            Self::Century => format!("P{count}CE"),
        }
    }
}
