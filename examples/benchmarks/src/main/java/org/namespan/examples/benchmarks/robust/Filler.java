package org.namespan.examples.benchmarks.robust;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the slots of a {@link Frame} are filled with: names, and what is no name. */
enum Filler {
  /** Countries and cities of one word. */
  PLACE(
      "Germany, France, Italy, Spain, Poland, Russia, Ukraine, Turkey, Greece, Egypt, Israel, Syria,"
          + " Iraq, Iran, Pakistan, Afghanistan, India, China, Japan, Indonesia, Thailand, Vietnam,"
          + " Australia, Canada, Mexico, Brazil, Argentina, Chile, Peru, Venezuela, Colombia, Cuba,"
          + " Haiti, Kenya, Nigeria, Somalia, Sudan, Ethiopia, Zimbabwe, Berlin, Paris, London,"
          + " Madrid, Moscow, Tokyo, Beijing, Baghdad, Washington, Chicago, Boston"),

  /** Places whose letters have accents. */
  ACCENTED(
      "Bogot\u00E1, Z\u00FCrich, Malm\u00F6, G\u00F6teborg, C\u00F3rdoba, M\u00E1laga, C\u00E1diz,"
          + " Le\u00F3n, M\u00E9rida, Canc\u00FAn, Medell\u00EDn, Asunci\u00F3n, Bras\u00EDlia,"
          + " D\u00FCsseldorf, K\u00F6ln, M\u00FCnchen, N\u00FCrnberg, Krak\u00F3w, Gda\u0144sk,"
          + " Pozna\u0144, Orl\u00E9ans, N\u00EEmes, Qu\u00E9bec, Montr\u00E9al, \u00D6rebro,"
          + " Link\u00F6ping, J\u00F6nk\u00F6ping, Plze\u0148, Ko\u0161ice, Yaound\u00E9, Lom\u00E9,"
          + " Panam\u00E1, Per\u00FA, M\u00E9xico, Ni\u0161, \u0160ibenik, S\u00E3o Paulo,"
          + " S\u00E3o Tom\u00E9, San Jos\u00E9, Cura\u00E7ao, Besan\u00E7on,"
          + " T\u00FCbingen, W\u00FCrzburg, L\u00FCbeck, Saarbr\u00FCcken, Osnabr\u00FCck"),

  /** People by first and last name. */
  PERSON(
      "Barack Obama, Angela Merkel, Tony Blair, Gordon Brown, Nicolas Sarkozy, Vladimir Putin,"
          + " Hillary Clinton, Bill Clinton, John McCain, Condoleezza Rice, Hugo Chavez, Fidel Castro,"
          + " Nelson Mandela, Kofi Annan, Hamid Karzai, Mahmoud Abbas, Ariel Sharon, Ehud Olmert,"
          + " Benjamin Netanyahu, Shimon Peres, Saddam Hussein, Robert Mugabe, Jacob Zuma, Thabo"
          + " Mbeki, Pervez Musharraf, Benazir Bhutto, Manmohan Singh, Sonia Gandhi, Evo Morales,"
          + " Michelle Bachelet, Alvaro Uribe, Felipe Calderon, Vicente Fox, Silvio Berlusconi,"
          + " Romano Prodi, Jacques Chirac, Gerhard Schroeder, Viktor Yushchenko, Dmitry Medvedev,"
          + " Donald Rumsfeld, Colin Powell, Dick Cheney, John Kerry, Roger Federer, Rafael Nadal,"
          + " Lance Armstrong, Tiger Woods, Serena Williams"),

  /** Companies, offices and alliances. */
  ORGANISATION(
      "Microsoft, Google, IBM, Intel, Boeing, Toyota, Honda, Sony, Samsung, Nokia, Siemens, Airbus,"
          + " NATO, UNESCO, UNICEF, OPEC, Hamas, Hezbollah, Fatah, Interpol, Reuters, Yahoo, Facebook,"
          + " Apple, Oracle, Amazon, Pfizer, Chevron, Citigroup, Gazprom, Yukos, Lukoil, Volkswagen,"
          + " Renault, Nissan, Enron, CNN, BBC, FIFA, UEFA, ASEAN, FBI, CIA, World Bank, European"
          + " Union, United Nations, Red Cross, African Union, World Health Organization"),

  /** Names with a word that is often abbreviated. */
  ABBREVIATED(
      "Saint Petersburg, Saint Louis, Saint Paul, Saint Lucia, Saint Vincent, Saint Kitts, Saint"
          + " Helena, Saint Andrews, Saint John, Saint Mary's Hospital, Saint Joseph's College, Saint"
          + " Peter's Basilica, Mount Everest, Mount Kilimanjaro, Mount Fuji, Mount Rushmore, Mount"
          + " Vesuvius, Mount Etna, Mount Sinai, Mount McKinley, Mount Vernon, Fort Worth, Fort"
          + " Lauderdale, Fort Knox, Fort Bragg, Fort Hood, Fort Benning, Fort Wayne, Microsoft"
          + " Corporation, General Motors Corporation, Exxon Mobil Corporation, Toyota Motor"
          + " Corporation, Sony Corporation, Intel Corporation, Oracle Corporation, Nokia Corporation,"
          + " Ford Motor Company, Walt Disney Company, Boeing Company, Shell Oil Company, Standard Oil"
          + " Company, Chrysler Corporation, Yukos Oil Company, New York Times Company"),

  EMOJI(IntStream.range(0, 30).mapToObj(i -> Character.toString(0x1F44A + 3 * i)).toList()),

  /** Numbers that are no year. */
  NUMBER(IntStream.range(0, 30).mapToObj(i -> "" + (i < 15 ? i + 1 : 37 * i * i)).toList()),

  HEXADECIMAL(
      IntStream.range(0, 30)
          .mapToObj(i -> (i < 15 ? "0x" : "") + Integer.toHexString(0x3A7F_19C5 * (i + 3)))
          .toList()),

  MAIL_ADDRESS(
      people()
          .map(
              words ->
                  words[0].toLowerCase(Locale.ROOT)
                      + "."
                      + words[words.length - 1].toLowerCase(Locale.ROOT)
                      + "@example.org")
          .toList()),

  WEB_ADDRESS(
      people()
          .map(words -> "https://www.example.org/" + String.join("_", words) + "?page=2")
          .toList()),

  PATH(people().map(words -> "/home/" + words[0] + "/Documents/report.pdf").toList()),

  IDENTIFIER(
      IntStream.range(0, 30)
          .mapToObj(i -> new UUID(0x4D3A_9F00L * (i + 7), 0x9E37_79B9L * (i + 1)).toString())
          .toList());

  /** Not written to again. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> values;

  private final boolean name;

  Filler(String names) {
    this.values = List.of(names.split(", "));
    this.name = true;
  }

  Filler(List<String> values) {
    this.values = values;
    this.name = false;
  }

  private static Stream<String[]> people() {
    return PERSON.values.stream().map(person -> person.split(" "));
  }

  /** Whether it is an entity's name; else no entity may touch it. */
  boolean isName() {
    return name;
  }

  /** How many there are. */
  int size() {
    return values.size();
  }

  /** One of them; after the last one come the first ones again. */
  String get(int index) {
    return values.get(index % values.size());
  }
}
