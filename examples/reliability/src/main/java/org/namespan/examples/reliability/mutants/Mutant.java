package org.namespan.examples.reliability.mutants;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A damaged model, which its number tells: the same models give the same mutant.
 *
 * @param number from 0
 * @param model index of the model that it was
 * @param mutation what was done to it
 * @param route by which it is loaded
 */
record Mutant(int number, int model, Mutation mutation, Route route) {

  private static final List<Mutation> KINDS = List.of(Mutation.values());
  private static final List<Route> ROUTES = List.of(Route.values());

  static Mutant of(int number, int models) {
    int left = number / KINDS.size();
    return new Mutant(
        number,
        left / ROUTES.size() % models,
        KINDS.get(number % KINDS.size()),
        ROUTES.get(left % ROUTES.size()));
  }

  byte[] bytes(List<byte[]> models) {
    Random random = random(number);
    byte[] other = models.get(random.nextInt(models.size()));
    return mutation.apply(models.get(model), other, random);
  }

  /** Numbers in a row as seeds would give draws that are alike. */
  static Random random(int number) {
    return new Random(new SplittableRandom(number).nextLong());
  }
}
