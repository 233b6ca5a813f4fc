//! Each stage in MB/s of text: `cargo bench --no-default-features --features cli`.
//!
//! Reads a built-in Dutch text, and the annotated articles beside the checkout (`../shared`) where they are.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput};
use kroniek::text::segment;
use kroniek::{Language, Options, analyze, events, intake, lang, names, quotes, times};

const PARAGRAPH: &str = "De gemeenteraad van Harderkerk stemde woensdagavond om 22.30 uur in met de bouw van \
    3.000 woningen aan de Oude Vaart. \"We hebben hier tien jaar op gewacht\", zei wethouder J.P. van der Meij \
    na afloop. Volgens hem kost het plan ca. € 45 miljoen, d.w.z. 3,5% meer dan begroot. “Wie had dat gedacht?” \
    vroeg mevr. De Boer zich af. Zo'n 200 omwonenden, o.a. uit 's-Gravenmoer, keken mee op www.harderkerk.nl. \
    De oud-directeur van de NAVO- en EU-afdeling is één van hen. Een café-eigenaar uit de buurt haalt zijn \
    schouders op: ‘Als ze maar komen eten.’\n\n";

/// The articles beside the checkout without their tags, repeated to about a megabyte.
fn articles() -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/articles");
    let mut paths: Vec<_> = folder.read_dir().ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let mut text = String::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|name| name == "xml")) {
        let article = std::fs::read_to_string(path).ok()?;
        let mut tag = false;
        let outside = article.chars().filter(|&next| match next {
            '<' | '>' => {
                tag = next == '<';
                false
            }
            _ => !tag,
        });
        text.push_str(&outside.collect::<String>().replace('\n', "\n\n"));
    }
    (!text.is_empty()).then(|| text.repeat(1_000_000 / text.len() + 1))
}

/// Each stage over what the stages before it made.
fn measure(criterion: &mut Criterion, name: &str, text: &str) {
    let pack = lang::embedded(Language::Dutch);
    let layout = intake::layout::read(text, Language::Dutch);
    let date = "2022-03-24".parse().ok();
    let doc = segment(text, pack, layout.blocks.clone());
    let found_names = names::find(&doc);
    let found_times = times::find(&doc, date);
    let found_quotes = quotes::find(&doc, &found_names);

    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).throughput(Throughput::BytesDecimal(text.len() as u64));
    group.bench_function("layout", |bench| {
        bench.iter(|| intake::layout::read(black_box(text), Language::Dutch))
    });
    group
        .bench_function("text", |bench| bench.iter(|| segment(black_box(text), pack, layout.blocks.clone())));
    group.bench_function("names", |bench| bench.iter(|| names::find(black_box(&doc))));
    group.bench_function("times", |bench| bench.iter(|| times::find(black_box(&doc), date)));
    group.bench_function("quotes", |bench| bench.iter(|| quotes::find(black_box(&doc), &found_names)));
    group.bench_function("events", |bench| {
        bench.iter(|| events::find(black_box(&doc), &found_names, &found_times, &found_quotes, date));
    });
    let options = Options { language: Some(Language::Dutch), ..Options::default() };
    group.bench_function("all", |bench| bench.iter(|| analyze(black_box(text), &options)));
    group.finish();
}

/// The whole pipeline on 1, 10 and 100 times a text of some 10 KB, in nanoseconds a byte: the same each time where time
/// is linear.
fn growth() {
    let base = PARAGRAPH.repeat(10_000 / PARAGRAPH.len() + 1);
    let emoji = base.replace(' ', " 🙂").replace("woning", "🏠");
    let texts = [
        ("as it is", base.clone()),
        ("one line", base.replace('\n', " ")),
        ("no capitals", base.to_lowercase()),
        ("capitals only", base.to_uppercase()),
        ("emoji", emoji),
        ("quotation marks", "\" ".repeat(5_000)),
    ];
    println!("\n| the whole pipeline, ns a byte | 10 KB | 100 KB | 1 MB |\n| --- | --- | --- | --- |");
    let options = Options { language: Some(Language::Dutch), ..Options::default() };
    for (name, text) in texts {
        let mut cells = Vec::new();
        for times in [1, 10, 100] {
            let text = text.repeat(times);
            let runs = 200 / times + 1;
            let start = std::time::Instant::now();
            (0..runs).for_each(|_| drop(black_box(analyze(black_box(&text), &options))));
            cells.push(format!("{}", start.elapsed().as_nanos() / (runs * text.len()) as u128));
        }
        println!("| {name} | {} |", cells.join(" | "));
    }
}

/// Quotations of texts that are hard to pair, at three sizes: the rates are alike where time is linear in length.
fn measure_hard(criterion: &mut Criterion) {
    let pack = lang::embedded(Language::Dutch);
    let sentence = PARAGRAPH.trim_end();
    let mut group = criterion.benchmark_group("quotes of hard texts");
    group.sample_size(10);
    for times in [1, 10, 100] {
        for (name, text) in [
            ("unbalanced marks", "\"a “b „c «d 'e ".repeat(200 * times)),
            ("one paragraph", [sentence, " "].concat().repeat(80 * times)),
            ("one sentence", "zegt Jan, dat hij volgens X vraagt, zei zij en ".repeat(100 * times)),
        ] {
            let layout = intake::layout::read(&text, Language::Dutch);
            let doc = segment(&text, pack, layout.blocks);
            let found_names = names::find(&doc);
            group.throughput(Throughput::BytesDecimal(text.len() as u64));
            group.bench_function(format!("{name}, {} KB", text.len() / 1000), |bench| {
                bench.iter(|| quotes::find(black_box(&doc), &found_names));
            });
        }
    }
    group.finish();
}

fn processor() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split(':').nth(1));
    model.map_or_else(|| "unknown".to_owned(), |name| name.trim().to_owned())
}

fn main() {
    println!("Processor: {} ({})", processor(), std::env::consts::ARCH);
    let mut criterion = Criterion::default().configure_from_args();
    measure(&mut criterion, "built-in Dutch text", &PARAGRAPH.repeat(1_000_000 / PARAGRAPH.len() + 1));
    match articles() {
        Some(text) => measure(&mut criterion, "articles", &text),
        None => println!("articles: absent, ../shared/corpus/articles does not stand beside this checkout"),
    }
    measure_hard(&mut criterion);
    criterion.final_summary();
    growth();
}
