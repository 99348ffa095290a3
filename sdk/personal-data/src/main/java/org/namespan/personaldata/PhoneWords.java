package org.namespan.personaldata;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Words beside digits that tell whether these are a phone number, an amount or a time. */
final class PhoneWords {

  private static final String NAMES =
      "phone,telephone,phones,phonenumber,tel,telefon,téléphone,telefono,teléfono,telefone,"
          + "telefonnummer,mobile,mobilenumber,mob,cellphone,cellular,móvil,fax,telefax,whatsapp,"
          + "whats app,hotline,landline,number is,rufnummer,telefoon";

  private static final String OTHERS =
      "cell,handy,call,called,calling,dial,ring,text,sms,contact,direct,reach,ph,portable";

  /** What a phone has beside its number: {@code phone_id}. */
  private static final String NO_NUMBERS =
      "id,ids,uid,uuid,key,count,index,type,time,at,ts,ms,ns,size,length,status";

  private static final ContextWords PHONE = new ContextWords(NAMES + "," + OTHERS, NO_NUMBERS);

  /** Those that mean nothing else. */
  private static final ContextWords NAMED = new ContextWords(NAMES, NO_NUMBERS);

  private static final Set<String> COUNTED =
      new HashSet<>(
          Arrays.asList(
              ("unit,units,pcs,piece,pieces,item,items,copies,shares,votes,points,people,persons,rows,"
                      + "records,pages,times,percent,bytes,bits,kb,mb,gb,tb,mm,cm,m,km,miles,feet,ft,g,kg,"
                      + "lb,lbs,tons,tonnes,litres,liters,ns,us,µs,μs,ms,msec,msecs,sec,secs,min,mins,"
                      + "hrs,nanoseconds,microseconds,milliseconds,seconds,minutes,hours,days,weeks,"
                      + "months,years,ticks,cycles,hz,khz,mhz,ghz,kwh,cents,dollar,dollars,euro,euros,"
                      + "pounds,rupees,yen,francs,eur,usd,gbp,inr,chf,jpy")
                  .split(",", -1)));

  private static final String CURRENCIES = "$\u20AC\u00A3\u00A5\u20B9%";

  private PhoneWords() {}

  /** Whether a word near a number tells of a phone. */
  static boolean areNear(PlainText text, int start, int end) {
    return PHONE.areNear(text, start, end);
  }

  /** Whether such a word means nothing else. */
  static boolean areClear(PlainText text, int start, int end) {
    return NAMED.areNear(text, start, end);
  }

  /**
   * Whether a word behind a number says what it counts.
   *
   * @param near whether a word tells of a phone: a letter may then say whose, and a number with a
   *     hyphen, a bracket or a zero before it is no amount
   */
  static boolean areCounting(PlainText text, int start, int end, boolean near) {
    int from = text.at(end) == ' ' ? end + 1 : end;
    int to = from;
    while (to - from < 13 && Character.isLetter(text.at(to))) {
      to++;
    }
    boolean counted =
        (CURRENCIES.indexOf(text.at(from)) >= 0 && !PlainText.isDigit(text.at(from + 1)))
            || COUNTED.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    return counted && !(near && (to - from == 1 || isDialled(text.substring(start, end))));
  }

  private static boolean isDialled(String written) {
    return written.charAt(0) == '0' || written.indexOf('-') >= 0 || written.indexOf('(') >= 0;
  }
}
