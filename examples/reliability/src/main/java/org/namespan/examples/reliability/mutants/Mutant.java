package org.namespan.examples.reliability.mutants;

import java.util.List;
import java.util.Random;

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
    Random random = new Random(0x6E73 + 31L * number);
    byte[] other = models.get(random.nextInt(models.size()));
    return mutation.apply(models.get(model), other, random);
  }
}
