const hourMs = 3_600_000;
const hoursOfWeek = 168;
/** The week in parts of four hours: a topic has its own times, seen in coarse. */
const partsOfWeek = 42;

/** How many conversations asked about something within one hour of the past. */
export interface HourCount {
  /** Hours since 1970. */
  readonly hour: number;
  readonly count: number;
}

/** What is usual: of everything together by the hour of the week, of each topic as its share of that. */
export interface UsualTraffic {
  /** How many topics the history knows. */
  readonly topics: number;
  /** Conversations of the history. */
  readonly total: number;
  /** Expected conversations about anything within a span, epoch milliseconds. */
  expectedTotal(from: number, to: number): number;
  /**
   * Expected conversations about the topic within a span in which `others` asked about anything else, and how far the
   * count scatters: variance = mean + dispersion · mean².
   */
  expected(
    topic: string,
    from: number,
    to: number,
    others: number,
  ): { readonly mean: number; readonly dispersion: number };
}

/**
 * Before anything is known of a topic its share follows a gamma law with a heavy tail: this shape, and a mean of 3 % where
 * nothing at all is known down to 0.25 % where there are many topics. New topics are born on usual days too.
 */
const priorShape = 0.5;
const fewestPrior = 16;
const mostPrior = 200;
/** A topic's own times count as much as its overall share once so many conversations fell into them. */
const ownTimes = 10;
/** Dispersion never goes below this: no history shows all that can happen. */
const leastDispersion = 0.03;
const mostDispersion = 4;
/** So much squared expectation a topic's own scatter must bring to count as much as that of all topics. */
const pooled = 60;
/** Spans from here on scatter as days do, shorter ones as hours do. */
const dayLike = 6 * hourMs;

interface Own {
  readonly count: number;
  /** Conversations about anything since it was first asked about: what it could have had. */
  readonly exposure: number;
  readonly parts: Float64Array;
  hourly: number;
  daily: number;
}

/**
 * Learns what is usual from the hours `[from, to)` of the past. Hours in which a topic was known to be unusual are left
 * out by the caller. Rates are gamma–Poisson estimates, so little history gives wide expectations instead of false
 * certainty, and none at all gives the prior. Overdispersion by moments over topics, as Noufaily et al. (Stat. Med. 32,
 * 2013) do for many small series, at the scale of hours and of days.
 */
export function learnUsual(history: {
  readonly from: number;
  readonly to: number;
  readonly totals: readonly HourCount[];
  readonly topics: ReadonlyMap<string, readonly HourCount[]>;
}): UsualTraffic {
  const first = Math.floor(history.from / hourMs);
  const end = Math.floor(history.to / hourMs);
  const profile = profileOf(history.totals, first, end);
  const totals = new Map(history.totals.map(({ hour, count }) => [hour, count]));
  const total = history.totals.reduce((sum, { count }) => sum + count, 0);
  const totalParts = new Float64Array(partsOfWeek);
  for (const { hour, count } of history.totals) totalParts[partOf(hour)]! += count;

  const totalSince = sumsFrom(history.totals);
  const owns = new Map<string, Own>();
  for (const [topic, hours] of history.topics) {
    const parts = new Float64Array(partsOfWeek);
    let count = 0;
    let born = Number.POSITIVE_INFINITY;
    for (const one of hours) {
      born = Math.min(born, one.hour);
      parts[partOf(one.hour)]! += one.count;
      count += one.count;
    }
    owns.set(topic, { count, exposure: totalSince(born), parts, hourly: 0, daily: 0 });
  }
  const priorRate = Math.min(mostPrior, Math.max(fewestPrior, owns.size));

  const share = (own: Own | undefined, part: number): number => {
    const overall = (priorShape + (own?.count ?? 0)) / (priorRate + (own?.exposure ?? 0));
    if (!own) return overall;
    const exposed = total > 0 ? (totalParts[part]! * own.exposure) / total : 0;
    return (own.parts[part]! + ownTimes) / (exposed + ownTimes / overall);
  };

  const scatter = scatterOf(history.topics, owns, totals, share);
  return {
    topics: owns.size,
    total,
    expectedTotal: (from, to) => span(from, to, (hour, part) => profile[mod(hour, hoursOfWeek)]! * part),
    expected(topic, from, to, others) {
      const own = owns.get(topic);
      let mean = 0;
      let rest = 0;
      span(from, to, (hour, part) => {
        const all = profile[mod(hour, hoursOfWeek)]! * part;
        const ofTopic = all * share(own, partOf(hour));
        mean += ofTopic;
        rest += all - ofTopic;
        return 0;
      });
      const middle = share(own, partOf(Math.floor((from + to) / 2 / hourMs)));
      // Where more is going on than usual more of everything is expected; where less is, nothing is taken off.
      if (rest <= 0) mean = (others + 1) * middle;
      else if (others > rest) mean *= others / rest;
      const known = 1 / (priorShape + (own?.count ?? 0));
      const typical = to - from >= dayLike ? scatter.daily : scatter.hourly;
      return { mean, dispersion: known + (own ? (to - from >= dayLike ? own.daily : own.hourly) : typical) };
    },
  };
}

/** Tells how many conversations came in an hour or after it. */
function sumsFrom(totals: readonly HourCount[]): (hour: number) => number {
  const ordered = [...totals].sort((one, other) => one.hour - other.hour);
  const sums = new Float64Array(ordered.length + 1);
  for (let at = ordered.length - 1; at >= 0; at--) sums[at] = sums[at + 1]! + ordered[at]!.count;
  return (hour) => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ordered[middle]!.hour < hour) low = middle + 1;
      else high = middle;
    }
    return sums[low]!;
  };
}

/** Conversations of an hour of the week, drawn towards the same hour of all days. */
function profileOf(totals: readonly HourCount[], first: number, end: number): Float64Array {
  const sums = new Float64Array(hoursOfWeek);
  const seen = new Float64Array(hoursOfWeek);
  const daySums = new Float64Array(24);
  const daySeen = new Float64Array(24);
  for (let hour = first; hour < end; hour++) {
    seen[mod(hour, hoursOfWeek)]!++;
    daySeen[mod(hour, 24)]!++;
  }
  for (const { hour, count } of totals) {
    if (hour < first || hour >= end) continue;
    sums[mod(hour, hoursOfWeek)]! += count;
    daySums[mod(hour, 24)]! += count;
  }
  const towards = 2;
  return sums.map((sum, hour) => {
    const ofDay = daySeen[hour % 24]! === 0 ? 0 : daySums[hour % 24]! / daySeen[hour % 24]!;
    return (sum + towards * ofDay) / (seen[hour]! + towards);
  });
}

/** Sets each topic's own dispersion and returns that of all: Σ((y − e)² − e) / Σe² over hours and over days. */
function scatterOf(
  topics: ReadonlyMap<string, readonly HourCount[]>,
  owns: ReadonlyMap<string, Own>,
  totals: ReadonlyMap<number, number>,
  share: (own: Own | undefined, part: number) => number,
): { readonly hourly: number; readonly daily: number } {
  const parts = new Map<number, { hours: number; byPart: Float64Array; squares: Float64Array }>();
  for (const [hour, count] of totals) {
    const day = Math.floor(hour / 24);
    const one = parts.get(day) ?? {
      hours: 0,
      byPart: new Float64Array(partsOfWeek),
      squares: new Float64Array(partsOfWeek),
    };
    one.byPart[partOf(hour)]! += count;
    one.squares[partOf(hour)]! += count * count;
    parts.set(day, one);
  }
  const allSquares = new Float64Array(partsOfWeek);
  for (const { squares } of parts.values())
    for (let part = 0; part < partsOfWeek; part++) allSquares[part]! += squares[part]!;

  const moments = new Map<
    string,
    { hourly: number; daily: number; hourSquares: number; daySquares: number }
  >();
  const sum = { hourly: 0, daily: 0, hourSquares: 0, daySquares: 0 };
  for (const [topic, hours] of topics) {
    const own = owns.get(topic)!;
    let hourSquares = 0;
    for (let part = 0; part < partsOfWeek; part++) hourSquares += share(own, part) ** 2 * allSquares[part]!;
    // Σ(y−e)² − e over all hours = Σe² + Σ_{y>0}(y² − 2ye) − Σe.
    let hourly = hourSquares;
    const days = new Map<number, number>();
    for (const { hour, count } of hours) {
      const expected = share(own, partOf(hour)) * (totals.get(hour) ?? count);
      hourly += count * count - 2 * count * expected;
      const day = Math.floor(hour / 24);
      days.set(day, (days.get(day) ?? 0) + count);
    }
    let daily = 0;
    let daySquares = 0;
    let expectedAll = 0;
    for (const [day, { byPart }] of parts) {
      let expected = 0;
      for (let part = 0; part < partsOfWeek; part++)
        if (byPart[part]! > 0) expected += share(own, part) * byPart[part]!;
      expectedAll += expected;
      daySquares += expected * expected;
      daily += ((days.get(day) ?? 0) - expected) ** 2;
    }
    hourly -= expectedAll;
    daily -= expectedAll;
    moments.set(topic, { hourly, daily, hourSquares, daySquares });
    sum.hourly += hourly;
    sum.daily += daily;
    sum.hourSquares += hourSquares;
    sum.daySquares += daySquares;
  }
  const bounded = (value: number) => Math.min(mostDispersion, Math.max(leastDispersion, value));
  const hourlyOfAll = bounded(sum.hourSquares > 0 ? sum.hourly / sum.hourSquares : 1);
  const dailyOfAll = bounded(sum.daySquares > 0 ? sum.daily / sum.daySquares : 1);
  for (const [topic, one] of moments) {
    const own = owns.get(topic)!;
    own.hourly = Math.max(
      hourlyOfAll / 2,
      bounded((one.hourly + pooled * hourlyOfAll) / (one.hourSquares + pooled)),
    );
    own.daily = Math.max(
      dailyOfAll / 2,
      bounded((one.daily + pooled * dailyOfAll) / (one.daySquares + pooled)),
    );
  }
  return { hourly: hourlyOfAll, daily: dailyOfAll };
}

/** Sums over the hours that a span touches; `part` is how much of the hour lies within it. */
function span(from: number, to: number, of: (hour: number, part: number) => number): number {
  let sum = 0;
  for (let hour = Math.floor(from / hourMs); hour * hourMs < to; hour++) {
    const part = (Math.min(to, (hour + 1) * hourMs) - Math.max(from, hour * hourMs)) / hourMs;
    sum += of(hour, part);
  }
  return sum;
}

const mod = (value: number, by: number) => ((value % by) + by) % by;
const partOf = (hour: number) => Math.floor(mod(hour, hoursOfWeek) / 4);
