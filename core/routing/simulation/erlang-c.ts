/** What queueing theory says of a station with `servers` equal servers and one line. */
export interface ErlangC {
  /** Probability that an arrival has to wait. */
  readonly waitingProbability: number;
  /** Mean wait of all arrivals, those who do not wait included; in the unit of time of the rates. */
  readonly meanWait: number;
  /** λ ÷ (c μ) */
  readonly occupancy: number;
}

/**
 * M/M/c: arrivals by chance at rate λ, exponential service at rate μ, c servers, nobody leaves.
 * A. K. Erlang (1917), "Solution of some problems in the theory of probabilities of significance in automatic
 * telephone exchanges"; written through the Erlang B recursion B(n) = a B(n−1) ÷ (n + a B(n−1)), a = λ ÷ μ, and
 * C = B ÷ (1 − ρ (1 − B)), which does not overflow (Cooper, Introduction to Queueing Theory, 1981, §3.4).
 * Mean wait by Little: C ÷ (c μ − λ).
 *
 * @throws RangeError where the line would grow without end (λ ≥ c μ)
 */
export function erlangC(arrivalRate: number, serviceRate: number, servers: number): ErlangC {
  const offered = arrivalRate / serviceRate;
  const occupancy = offered / servers;
  if (occupancy >= 1) throw new RangeError('Arrivals outrun the servers: λ must be below c μ.');
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (offered * blocked) / (n + offered * blocked);
  const waitingProbability = blocked / (1 - occupancy * (1 - blocked));
  return {
    waitingProbability,
    meanWait: waitingProbability / (servers * serviceRate - arrivalRate),
    occupancy,
  };
}
