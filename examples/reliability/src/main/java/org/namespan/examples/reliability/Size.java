package org.namespan.examples.reliability;

/** How much is tried. */
public enum Size {

  /** Some minutes, to see that all of it runs. */
  SHORT(600, 30, 6, 40, 1, 1_000, 10),

  /** Half an hour. */
  NORMAL(6_000, 200, 16, 200, 5, 10_000, 20),

  /** What {@code docs/reliability.md} tells; some hours. */
  FULL(100_000, 1_000, 50, 2_000, 30, 2_000_000, 120);

  private final int mutants;
  private final int replacements;
  private final int kills;
  private final int faults;
  private final int soakMinutes;
  private final int fuzzExecutions;
  private final int fuzzSeconds;

  Size(
      int mutants,
      int replacements,
      int kills,
      int faults,
      int soakMinutes,
      int fuzzExecutions,
      int fuzzSeconds) {
    this.mutants = mutants;
    this.replacements = replacements;
    this.kills = kills;
    this.faults = faults;
    this.soakMinutes = soakMinutes;
    this.fuzzExecutions = fuzzExecutions;
    this.fuzzSeconds = fuzzSeconds;
  }

  /** Mutants of models. */
  public int mutants() {
    return mutants;
  }

  /** Replacements of a model file. */
  public int replacements() {
    return replacements;
  }

  /** Kills of runs, of each kind of run some. */
  public int kills() {
    return kills;
  }

  /** Faults of each kind that are injected. */
  public int faults() {
    return faults;
  }

  /** Minutes of tagging by many threads. */
  public int soakMinutes() {
    return soakMinutes;
  }

  /** Executions of each fuzz target. */
  public int fuzzExecutions() {
    return fuzzExecutions;
  }

  /** Seconds after which a fuzz target ends that has had fewer executions. */
  public int fuzzSeconds() {
    return fuzzSeconds;
  }
}
