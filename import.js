// Reads marks back from JSON of ours and from Web Annotation, as `src/import` does on the command line. Loaded by boot.js
// when a reader opens such a file: the browser reads JSON, so that the program need not, and this gives the program what
// it takes, pieces of `src/protocol.rs` as postcard writes them. `tests/reader.rs` holds the two readers together; the
// program checks every span and index once more. No module: it also runs in a frame without an origin.

{
  const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
  /** The names in exports, in the order of the program's own lists. */
  const KINDS = ["PER", "ORG", "LOC", "NORP", "EVT", "WRK"];
  const TIMES = ["DATE", "TIME", "DURATION", "SET"];
  const QUOTES = ["direct", "indirect"];
  const STATUSES = ["past", "present", "future", "hypothetical", "negated"];
  const REASONS = "cue-after cue-before according-to name-colon pronoun role same-turn nearest-name headline signature no-source same-clause same-sentence narrative-anchor document-date same-event no-time".split(" ");
  const SOURCES = ["reader", "text", "metadata", "file-name"];
  const LANGUAGES = ["nl", "en"];

  /** How much text may be searched for marks that are not where they should be. */
  const BUDGET = 2 ** 28;

  const WORDS = {
    json: ["Dit bestand is geen JSON, of er ontbreekt een stuk aan. Vraag de afzender om het opnieuw te bewaren.", "This file is not JSON, or a part of it is missing. Ask the sender to save it again."],
    foreign: ["Dit JSON-bestand is niet van Kroniek. Kroniek opent artikelen (tekst of een webpagina), JSON die het zelf heeft bewaard, en Web Annotation.", "This JSON file is not of Kroniek. Kroniek opens articles (text or a web page), JSON that it has saved itself, and Web Annotation."],
    later: ["Dit bestand komt van een nieuwere versie van Kroniek. Laad de pagina opnieuw en open het nog eens.", "This file comes from a newer version of Kroniek. Load the page again and open it once more."],
    article: ["In dit bestand staan markeringen zonder het artikel. Open eerst het artikel, en dan dit bestand.", "This file holds marks without their article. Open the article first, and then this file."],
    other: ["De markeringen in dit bestand horen bij een ander artikel dan er open is. Open eerst dat artikel, en dan dit bestand.", "The marks in this file belong to another article than the one that is open. Open that article first, and then this file."],
    none: ["In dit bestand staan geen markeringen van Kroniek. Wat u open hebt, is gebleven zoals het was.", "There are no marks of Kroniek in this file. What you have open has stayed as it was."],
    damaged: (place) => [`Er klopt iets niet in dit bestand: ${place}. Het is niet geopend.`, `Something is wrong in this file: ${place}. It was not opened.`],
    left: (count) => (count === 1 ? ["Eén markering is weggelaten: haar woorden staan niet in het artikel.", "One mark was left out: its words are not in the article."] : [`${count} markeringen zijn weggelaten: hun woorden staan niet in het artikel.`, `${count} marks were left out: their words are not in the article.`]),
  };

  /** What is wrong in a file, and where. */
  class Damaged extends Error {}

  const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const listOf = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
  const isText = (value) => typeof value === "string";
  const isWhole = (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32;
  const textOf = (value) => (isText(value) ? value : "");

  function need(condition, field) {
    if (!condition) throw new Damaged(field);
  }
  function named(value, field, names) {
    const index = names.indexOf(value[field]);
    need(index >= 0, field);
    return index;
  }
  function optionalText(value, field) {
    return isText(value[field]) ? value[field] : null;
  }

  // Dates.

  /** Days since 1970-01-01; the years of a cycle of 400 are alike, and a browser's dates do not reach far enough. */
  function days(year, month, day) {
    const cycle = Math.floor(year / 400);
    return Date.UTC(2000 + year - cycle * 400, month - 1, day) / 864e5 + (cycle - 5) * 146097;
  }

  /** A date as exports write it; `digits` are those of its year. */
  function date(text, digits) {
    const parts = new RegExp(`^(${digits})(?:-(\\d\\d)(?:-(\\d\\d)(?:[T ](\\d\\d):(\\d\\d).*)?)?)?$`, "s").exec(text);
    if (!parts) return null;
    const [year, month, day, hour, minute] = parts.slice(1).map((part) => (part === undefined ? null : Number(part)));
    const fits = month === null || (month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= days(year, month + 1, 1) - days(year, month, 1))));
    return fits && (hour === null || (hour < 24 && minute < 60)) ? { year, month, day, minute: hour === null ? null : hour * 60 + minute } : null;
  }
  const anyDate = (text) => (isText(text) ? date(text, "[-+]?\\d{4,6}") : null);

  /** First and last minute of a date, in minutes since 1970. */
  function interval({ year, month, day, minute }) {
    const first = days(year, month ?? 1, day ?? 1);
    if (minute !== null) return [first * 1440 + minute, first * 1440 + minute + 1];
    const end = day !== null ? first + 1 : month !== null ? days(year, month + 1, 1) : days(year + 1, 1, 1);
    return [first * 1440, end * 1440];
  }

  function statedInterval(value) {
    const [begin, until] = ["begin", "until"].map((field) => {
      if (value[field] === undefined) return null;
      const stated = anyDate(value[field]);
      need(stated, field);
      return interval(stated)[0];
    });
    need(begin === null || until === null || begin < until, "until");
    return begin === null && until === null ? null : [begin, until];
  }

  /** Where a date, or an interval of two, lies on the calendar. */
  function intervalOf(value) {
    const slash = value.indexOf("/");
    const [first, last] = [slash < 0 ? value : value.slice(0, slash), value.slice(slash + 1)].map((text) => date(text, "\\d{4}"));
    if (!first || !last) return null;
    const [begin, until] = [interval(first)[0], interval(last)[1]];
    return begin < until ? [begin, until] : null;
  }

  // Places.

  /** A text whose places are named in code points, and given in bytes of UTF-8. */
  class Places {
    constructor(text) {
      this.text = text;
      this.budget = BUDGET;
      /** The bytes before each unit of UTF-16, and the unit of each code point. */
      this.bytes = new Uint32Array(text.length + 1);
      this.units = new Uint32Array(text.length + 2);
      let [bytes, points] = [0, 0];
      for (let at = 0; at < text.length; at++) {
        this.bytes[at] = bytes;
        this.units[points++] = at;
        const point = text.codePointAt(at);
        bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        if (point > 0xffff) this.bytes[++at] = bytes;
      }
      this.bytes[text.length] = bytes;
      this.units[points] = text.length;
      this.points = points;
    }
    /** Units of two code points. */
    units2(start, end) {
      return start <= end && end <= this.points ? [this.units[start], this.units[end]] : null;
    }
    span(units) {
      return units && units.map((unit) => this.bytes[unit]);
    }
    only(words) {
      const at = this.text.indexOf(words);
      return at >= 0 && this.text.indexOf(words, at + words.length) < 0 ? at : -1;
    }
    /** Where words are: at their offsets, else with their context, else at the only place that has them. */
    find(stated, exact, before = "", after = "") {
      if (!exact) return null;
      const units = stated && this.units2(...stated);
      if (units && this.text.slice(...units) === exact) return this.span(units);
      this.budget -= this.bytes[this.text.length] * 2;
      if (this.budget < 0) return null;
      let at = this.only(before + exact + after);
      at = at >= 0 ? at + before.length : this.only(exact);
      return at >= 0 ? this.span([at, at + exact.length]) : null;
    }
  }

  const offsets = (value) => {
    for (const field of ["start", "end"]) need(isMap(value) && isWhole(value[field]), field);
    return [value.start, value.end];
  };

  // JSON of ours.

  function readOurs(value, text) {
    const places = new Places(text);
    const marks = { whole: true, entities: [], times: [], quotes: [], events: [], unplaced: 0 };
    const ids = new Map();
    const known = (id) => (isText(id) ? ids.get(id) ?? null : null);
    const moved = [];
    const confidence = ({ confidence }) => {
      need(typeof confidence === "number" && confidence >= 0 && confidence < 2, "confidence");
      // Two digits are what it means.
      return Math.min(Math.floor(confidence * 100 + 1e-6), 100) / 100;
    };
    const words = (item) => {
      const stated = offsets(item);
      need(isText(item.text), "text");
      return [stated, places.find(stated, item.text)];
    };
    const all = (list, one) => {
      need(Array.isArray(value[list]), list);
      for (const [index, item] of value[list].entries()) {
        try {
          need(isMap(item), "");
          if (!one(item)) marks.unplaced++;
        } catch (error) {
          throw error instanceof Damaged ? new Damaged(`${list}[${index}].${error.message}`.replace(/\.$/, "")) : error;
        }
      }
    };
    all("entities", (item) => {
      need(isText(item.id), "id");
      const kind = named(item, "type", KINDS);
      need(isText(item.name), "name");
      need(Array.isArray(item.mentions), "mentions");
      const mentions = [];
      for (const mention of item.mentions) {
        const [, span] = words(mention);
        if (span) mentions.push({ span, confidence: confidence(mention) });
        else marks.unplaced++;
      }
      if (!mentions.length) return item.mentions.length > 0;
      if (!ids.has(item.id)) ids.set(item.id, marks.entities.length);
      marks.entities.push({ name: item.name, kind, mentions, description: optionalText(item, "description"), place: null });
      return true;
    });
    // A group's place may stand later in the list.
    for (const { id, place } of value.entities) {
      const group = known(id);
      if (group !== null && known(place) !== null) marks.entities[group].place = known(place);
    }
    all("times", (item) => {
      const [, span] = words(item);
      if (!span) return false;
      const kind = named(item, "type", TIMES);
      need(isText(item.value), "value");
      marks.times.push({ span, kind, value: item.value, modifier: optionalText(item, "mod"), interval: statedInterval(item) });
      return true;
    });
    const names = new Set(marks.entities.map(({ name }) => name));
    all("quotes", (item) => {
      const [stated, span] = words(item);
      if (!span) return false;
      // The words of source and cue are not in the file: where the quotation has moved, they are unknown.
      const here = places.span(places.units2(...stated));
      const stays = here && here[0] === span[0] && here[1] === span[1];
      const side = (field) => {
        need(item[field] !== undefined, field);
        if (item[field] === null) return null;
        const found = places.span(places.units2(...offsets(item[field])));
        return stays && found && found[0] < found[1] ? found : null;
      };
      const kind = named(item, "kind", QUOTES);
      const speaker = known(item.speaker);
      need(isText(item.speaker_name), "speaker_name");
      // Another entity's name is what somebody left who changed the speaker.
      const speakerName = speaker !== null && names.has(item.speaker_name) ? marks.entities[speaker].name : item.speaker_name;
      marks.quotes.push({ span, kind, speaker, speakerName, source: side("source"), cue: side("cue"), confidence: confidence(item), reason: named(item, "reason", REASONS) });
      return true;
    });
    all("events", (item) => {
      const [, span] = words(item);
      moved.push(span ? marks.events.length : null);
      if (!span) return false;
      need(Array.isArray(item.participants), "participants");
      const stated = statedInterval(item);
      const status = named(item, "status", STATUSES);
      need(isText(item.label), "label");
      need(isWhole(item.sentence), "sentence");
      const first = isWhole(item.same_as) ? moved[item.same_as] : null;
      marks.events.push({
        span,
        value: optionalText(item, "value"),
        interval: stated,
        status,
        label: item.label,
        participants: item.participants.map(known).filter((id) => id !== null),
        place: known(item.place),
        sameAs: first === marks.events.length ? null : (first ?? null),
        confidence: confidence(item),
        reason: named(item, "reason", REASONS),
      });
      return true;
    });
    return marks;
  }

  // Web Annotation.

  const hasType = (value, type) => isMap(value) && listOf(value.type).includes(type);

  /** The annotations of a collection, a page, a list, or one; `null` for anything else. */
  function annotations(value) {
    const inContext = (value) => isMap(value) && listOf(value["@context"]).includes(CONTEXT);
    if (Array.isArray(value)) return value.length && value.every(inContext) ? value : null;
    if (!inContext(value)) return null;
    const page = hasType(value, "AnnotationCollection") ? value.first : value;
    return hasType(page, "AnnotationPage") ? listOf(page.items) : isMap(page) && page === value ? [page] : [];
  }

  function bodiesOf({ body }) {
    const found = { tag: "", identified: "", id: "", described: "" };
    for (const one of listOf(body).filter(isMap)) {
      const value = textOf(one.value);
      if (one.purpose === "tagging") found.tag ||= value;
      else if (one.purpose === "identifying") [found.identified, found.id] = [value, textOf(one.id)];
      else if (one.purpose === "describing") found.described = value;
    }
    return found;
  }

  function placeOf({ target }, places) {
    const [first] = listOf(target);
    const selectors = isMap(first) ? listOf(first.selector).filter(isMap) : [];
    const quote = selectors.find(({ type }) => type === "TextQuoteSelector");
    const position = selectors.find(({ type }) => type === "TextPositionSelector");
    const stated = position && isWhole(position.start) && isWhole(position.end) ? [position.start, position.end] : null;
    if (quote) return places.find(stated, textOf(quote.exact), textOf(quote.prefix), textOf(quote.suffix));
    // Without words nothing tells whether the offsets are of this text; they are all there is.
    const span = stated && places.span(places.units2(...stated));
    return span && span[0] < span[1] ? span : null;
  }

  function readAnnotations(all, text) {
    const places = new Places(text);
    const bytes = new TextEncoder().encode(text);
    const wordsAt = (span) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(...span));
    const marks = { whole: false, entities: [], times: [], quotes: [], events: [], unplaced: 0 };
    const keys = new Map();
    const later = [];
    for (const [index, annotation] of all.entries()) {
      need(hasType(annotation, "Annotation") && annotation.target !== undefined, `Annotation ${index + 1}`);
      const bodies = bodiesOf(annotation);
      const span = placeOf(annotation, places);
      const kind = KINDS.indexOf(bodies.tag);
      if (!span) marks.unplaced++;
      else if (kind < 0) later.push([bodies, span]);
      else {
        const name = bodies.identified || wordsAt(span);
        const key = bodies.id || `${bodies.tag} ${name}`;
        if (!keys.has(key)) {
          keys.set(key, marks.entities.length);
          marks.entities.push({ name, kind, mentions: [], description: null, place: null });
        }
        marks.entities[keys.get(key)].mentions.push({ span, confidence: 1 });
      }
    }
    // Entities first, since a quotation may come before its speaker.
    for (const [{ tag, identified, id, described }, span] of later) {
      const [layer, name] = [tag.slice(0, tag.indexOf(":") + 1), tag.slice(tag.indexOf(":") + 1)];
      const among = (wanted, names) => (layer === wanted ? names.indexOf(name) : -1);
      const [time, quote, event] = [among("time:", TIMES), among("quote:", QUOTES), among("event:", STATUSES)];
      const reason = (name) => REASONS.indexOf(name);
      if (time >= 0) marks.times.push({ span, kind: time, value: identified, modifier: null, interval: intervalOf(identified) });
      else if (quote >= 0) marks.quotes.push({ span, kind: quote, speaker: keys.get(id) ?? null, speakerName: identified, source: null, cue: null, confidence: 1, reason: reason("no-source") });
      else if (event >= 0) marks.events.push({ span, value: identified || null, interval: intervalOf(identified), status: event, label: described || wordsAt(span), participants: [], place: null, sameAs: null, confidence: 1, reason: reason("no-time") });
      else marks.unplaced++;
    }
    return marks;
  }

  /** The marks in the order of the text: somebody may have added one at the end of a list. */
  function inOrder(marks) {
    const byStart = (one, other) => one.span[0] - other.span[0];
    for (const { mentions } of marks.entities) mentions.sort((one, other) => byStart(one, other) || one.span[1] - other.span[1]);
    marks.times.sort(byStart);
    marks.quotes.sort(byStart);
    const before = marks.events.slice();
    marks.events.sort(byStart);
    const moved = new Map(marks.events.map((event, index) => [event, index]));
    for (const [index, event] of marks.events.entries()) {
      const first = moved.get(before[event.sameAs]) ?? index;
      event.sameAs = first < index ? first : null;
    }
    return marks;
  }

  // Postcard.

  /** Bytes that grow. */
  class Bytes {
    constructor() {
      this.out = [];
    }
    byte = (value) => this.out.push(value);
    number = (value) => {
      for (; value > 127; value = Math.floor(value / 128)) this.out.push((value % 128) | 128);
      this.out.push(value);
    };
    signed = (value) => this.number(value < 0 ? -2 * value - 1 : 2 * value);
    real = (value) => this.out.push(...new Uint8Array(new Float32Array([value]).buffer));
    string = (value) => {
      const bytes = new TextEncoder().encode(value);
      this.number(bytes.length);
      for (const one of bytes) this.out.push(one);
    };
    option = (value, write) => {
      this.byte(value === null ? 0 : 1);
      if (value !== null) write(value);
    };
    list = (items, write) => {
      this.number(items.length);
      items.forEach(write);
    };
    span = ([start, end]) => {
      this.number(start);
      this.number(end);
    };
  }

  /** A piece: a text, and what is known about it, with marks where there are any. */
  function pack({ byte, number, signed, real, string, option, list, span }, { text, name, language, date, marks }) {
    const stretch = (sides) => sides.forEach((side) => option(side, signed));
    const published = ({ value: { year, month, day, minute }, source }) => {
      signed(year);
      option(month, byte);
      option(day, byte);
      option(minute, number);
      number(source);
    };
    string(text);
    option(language, number);
    option(date, published);
    option(name, string);
    // No corrections.
    byte(0);
    option(marks, ({ whole, entities, times, quotes, events }) => {
      byte(whole ? 1 : 0);
      // An analysis, of which no more is read than the date and the marks.
      number(0);
      option(date, published);
      for (const none of [0, 0, 0]) number(none);
      list(entities, (one) => {
        string(one.name);
        number(one.kind);
        list(one.mentions, (mention) => {
          span(mention.span);
          real(mention.confidence);
        });
        option(one.description, string);
        option(one.place, number);
      });
      list(times, (one) => {
        span(one.span);
        number(one.kind);
        string(one.value);
        option(one.modifier, string);
        option(one.interval, stretch);
      });
      list(quotes, (one) => {
        span(one.span);
        number(one.kind);
        option(one.speaker, number);
        string(one.speakerName);
        option(one.source, span);
        option(one.cue, span);
        real(one.confidence);
        number(one.reason);
      });
      list(events, (one) => {
        span(one.span);
        option(one.value, string);
        option(one.interval, stretch);
        number(one.status);
        string(one.label);
        number(0);
        list(one.participants, number);
        option(one.place, number);
        option(one.sameAs, number);
        real(one.confidence);
        number(one.reason);
      });
      number(0);
    });
  }

  /** What our JSON states of the article. */
  function statedBy(value) {
    const guessed = Array.isArray(value.notices) && value.notices.includes("language-unknown");
    const language = guessed ? -1 : LANGUAGES.indexOf(value.language);
    let published = null;
    if (value.date !== undefined && value.date !== null) {
      published = { value: anyDate(value.date.value), source: SOURCES.indexOf(value.date.source) };
      need(published.value && published.source >= 0, "date");
    }
    return { language: language < 0 ? null : language, date: published };
  }

  /** How many marks have a place. */
  const placed = ({ entities, times, quotes, events }) => entities.reduce((sum, { mentions }) => sum + mentions.length, 0) + times.length + quotes.length + events.length;

  /** What keeps a file from being opened, in both languages. */
  class Refused extends Error {
    constructor(words, isJson = true) {
      super();
      Object.assign(this, { words, isJson });
    }
  }

  /** A file: what it states of its article, the text in it if there is one, and how its marks lie over a text. */
  function open(json) {
    let value;
    try {
      value = JSON.parse(json.replace(/^\ufeff/, ""));
    } catch {
      throw new Refused(WORDS.json, false);
    }
    const schema = isMap(value) ? textOf(value.schema) : "";
    if (schema === "kroniek/1") {
      // Half of a pair is no character.
      need(value.text === undefined || (isText(value.text) && (value.text.isWellFormed?.() ?? true)), "text");
      return { ...statedBy(value), text: value.text ?? null, read: (text) => inOrder(readOurs(value, text)) };
    }
    if (schema.startsWith("kroniek/")) throw new Refused(WORDS.later);
    const notes = annotations(value);
    if (!notes) throw new Refused(WORDS.foreign);
    return { language: null, date: null, text: null, read: (text) => inOrder(readAnnotations(notes, text)) };
  }

  /** The text that a file's marks are of, by its index, and the marks on it. */
  function choose({ read }, texts, from) {
    let [best, at] = [null, -1];
    for (const [index, text] of texts.entries()) {
      if (index < from || !text) continue;
      const marks = read(text);
      if (!best || placed(marks) > placed(best)) [best, at] = [marks, index];
    }
    if (!best) throw new Refused(WORDS.article);
    if (!placed(best)) throw new Refused(best.unplaced ? WORDS.other : WORDS.none);
    // Where few words are found again, they are found by chance.
    if (placed(best) < best.unplaced) throw new Refused(WORDS.other);
    return [at, best];
  }

  /**
   * Reads files, each a name (or none) and what is in it. `texts` are the articles that are open, up to `from`, and those
   * that come along; marks without an article go over the latter, or where none come along or all `stay` also over the
   * former. Gives bytes: a list of pieces, each with the index of the text whose marks it holds or one that no text has;
   * the names of what is left out; and what the reader should know, in Dutch and in English.
   */
  globalThis.kroniekRead = (files, texts, from, stay) => {
    const [pieces, bare, left] = [[], [], []];
    let told;
    const attempt = (name, json, act) => {
      try {
        act();
      } catch (error) {
        if (error instanceof Damaged) error = new Refused(WORDS.damaged(error.message));
        if (!(error instanceof Refused)) throw error;
        // An article may begin with a brace.
        if (!error.isJson && !/\.json(ld)?$/i.test(name)) {
          pieces.push([texts.length, { text: json, name: name || null, language: null, date: null, marks: null }]);
        } else {
          if (name) left.push(name);
          told ??= error.words;
        }
      }
    };
    const add = (at, marks, piece) => {
      if (marks.unplaced) told ??= WORDS.left(marks.unplaced);
      pieces.push([at, { ...piece, marks }]);
    };
    for (const [name, json] of files) {
      attempt(name, json, () => {
        const found = open(json);
        if (found.text === null) bare.push([name, json, found]);
        else add(texts.length, found.read(found.text), { ...found, name: name || null });
      });
    }
    const alone = texts.length === from && !pieces.length;
    for (const [name, json, found] of bare) {
      attempt(name, json, () => {
        const [at, marks] = choose(found, texts, stay || alone ? 0 : from);
        add(at, marks, { ...found, text: "", name: null });
      });
    }
    const bytes = new Bytes();
    bytes.list(pieces, ([at, piece]) => {
      bytes.number(at);
      pack(bytes, piece);
    });
    for (const text of [left.join(", "), ...(told ?? ["", ""])]) bytes.string(text);
    return Uint8Array.from(bytes.out);
  };
}
