import { stemEnglish } from '../learning/stem-english.ts';

/**
 * English words that mean the same when people ask for a service, one idea a line, written by hand: with ten examples
 * an intent, "has my card come" has to meet "when will my card arrive". `_` joins words; endings are cut before.
 */
const groups: readonly string[] = [
  // Doing
  'arrive come came receive received get_here delivered deliver delivery show_up turn_up reach',
  'send sent mail post ship dispatch',
  'track trace follow where_is locate location find status progress',
  'lost lose missing misplaced cannot_find cant_find left_behind gone disappeared vanish',
  'stolen steal stole theft thief rob robbed mugged pickpocket',
  'found find back located turned_up recover',
  'break broken broke damaged damage crack faulty defective bent snapped',
  'work working works function functioning usable use_it',
  'not_working doesnt_work isnt_working wont_work does_not_work is_not_working not_work stopped_working out_of_order',
  'fail failed fails unsuccessful went_wrong did_not_work didnt_work not_go_through didnt_go_through wouldnt_go not_complete',
  'decline declined reject rejected refuse refused deny denied not_accepted turned_down wont_accept',
  'accept accepted accepting take_it allowed supported support',
  'cancel undo stop reverse call_off revoke abort take_back',
  'revert reverted returned return came_back sent_back bounced reversed given_back',
  'refund reimburse money_back get_back refunded chargeback',
  'change update modify edit alter switch replace_with correct amend',
  'new another replace replacement second additional extra spare more_than_one',
  'activate activation enable start_using turn_on switch_on set_up setup unlock_new',
  'block blocked lock locked freeze frozen suspend disabled unlock unblock stuck',
  'close delete terminate end deactivate remove shut leave_you get_rid',
  'open create register sign_up join apply make_new',
  'order request obtain get_a acquire purchase_a want_a',
  'buy bought purchase purchased shopping shop store paid_for',
  'verify verification prove proof confirm validate check_identity authenticate identification',
  'link connect add put_in reconnect pair attach sync',
  'see view show appear visible display showing listed',
  'wait waiting pending processing still_not in_progress not_yet hasnt_yet outstanding',
  'repeat duplicate twice double two_times multiple several_times again second_time',
  'understand explain meaning mean clarify',
  'want would_like need wish looking_to hoping_to',
  'help assist advice guidance problem issue trouble error',
  'forgot forget forgotten remember cant_recall lost_my_pin reset',
  'tell inform let_me_know report notify',
  'expire expired expiring expiry expiration run_out valid',
  'travel trip abroad overseas holiday vacation foreign_country visiting',
  'have_to must required require requirement necessary need_to mandatory compulsory obliged necessity',
  'unable cant cannot not_able couldnt wont_let impossible not_possible doesnt_let not_let wouldnt wont',
  'complete completed finish finished finalize go_through gone_through went_through clear cleared settle success successful',
  'still yet been_waiting waiting_for long_time so_long days_ago week_ago weeks_ago a_while hours_ago ages',
  'instantly instant right_away straight_away at_once',
  'automatic automatically auto in_advance regularly whenever',
  'approve approved authorise authorize authorised authorized permission permit consent',
  'several multiple many few more_than_one two three',
  'daily per_day a_day every_day in_a_day each_day',
  'rest remaining partial half part only_part',
  // Asking
  'available offer offers provide which types type kind kinds options',
  'how_long how_soon how_many_days when what_time what_date estimate estimated time days duration',
  'how_much price amount cost rate percentage',
  'why reason what_caused how_come',
  'where which_country countries country region worldwide globally eu europe uk us usa places',
  'how_do how_can what_do_i_do way steps process procedure instruct',
  'limit limits maximum max minimum restrict restricted restriction cap how_many only_use',
  'age old_enough years_old young child children kids daughter son teenager minor under_18 adult',
  'fast faster quick quickly urgent asap rush soon express immediately hurry priority',
  // Money
  'fee fees charge charged charges cost costs commission surcharge extra_charge additional_charge charging',
  'free without_charge no_fee at_no_cost',
  'money cash funds amount sum balance',
  'atm cash_machine cashpoint cash_point machine dispenser',
  'withdraw withdrawal withdrew take_out took_out get_cash got_cash pull_out cash_out withdrawing withdrawn',
  'deposit pay_in put_money paid_in cash_in',
  'top_up topup top-up topping_up topped_up load reload add_money add_funds toppe',
  'transfer transferred transferring wire send_money sent_money remit transaction_to move_money',
  'payment pay paying paid transaction purchase checkout',
  'direct_debit standing_order subscription recurring',
  'recipient beneficiary receiver payee friend other_person',
  'account profile bank_account',
  'balance total available funds account_balance',
  'cheque check checks cheques paper_check',
  'currency currencies fiat dollar dollars euro euros pound pounds gbp eur usd aud yen money_type',
  'exchange convert conversion converting swap rate exchanging foreign_currency',
  'rate exchange_rate conversion_rate interbank market_rate',
  'wrong incorrect not_right mistaken inaccurate mistake off bad unfair different_from not_what_i_expected not_correct',
  'statement bill history list_of_transactions app_shows',
  'salary wage paycheck income earnings payday direct_deposit wages',
  'loan credit borrow mortgage debt',
  'interest apr yield',
  'tax taxes vat irs',
  'less_than not_full short only_got lower fewer smaller part_of not_all different_amount',
  'more_than_expected too_much overcharged higher bigger extra',
  'dont_recognise dont_recognize not_recognise not_recognize did_not_make didnt_make not_mine unknown strange unfamiliar never_made dont_remember did_not_authorize unauthorized suspicious odd weird who_took not_me',
  'fraud fraudulent scam hacked hacker compromised someone_else_using used_by someone_used cloned stole_details',
  'source_of_funds where_money_comes origin came_from',
  // Cards and devices
  'card bank_card debit_card plastic cards',
  'credit_card visa mastercard american_express amex maestro',
  'virtual disposable temporary one-time throwaway',
  'physical real actual_card plastic_card tangible',
  'pin pin_code code number passcode password security_code',
  'contactless tap nfc touch wave tapping',
  'swallow swallowed ate eaten kept_my_card retain retained took_my_card stuck_in sucked',
  'phone mobile cell cellphone iphone android device handset smartphone',
  'apple_pay google_pay apple google wallet apple_watch watch',
  'app application website software online',
  'login log_in sign_in access get_into enter',
  'name address details information personal surname married moved house data',
  'identity id passport licence license document selfie photo',
  'merchant seller shop store vendor retailer restaurant supermarket bought_something purchased_something',
  'item items goods product order_something package parcel',
  'company business who_are_you your_bank provider',
  // Everyday
  'restaurant place_to_eat dinner lunch table food meal eat',
  'recipe cook cooking make_dish prepare bake',
  'ingredient substitute instead_of swap_in',
  'flight plane airline airplane fly airport',
  'hotel room stay accommodation lodge motel',
  'book reserve reservation booking',
  'luggage bag suitcase baggage',
  'car vehicle auto automobile truck',
  'gas fuel petrol tank gasoline',
  'tire tires wheel tyre flat',
  'oil maintenance service mechanic repair tune',
  'weather rain temperature forecast sunny snow',
  'traffic route road drive commute directions way_to get_to',
  'song music track_playing tune playlist artist album',
  'alarm wake wake_up alert',
  'timer countdown minutes seconds',
  'reminder remind remember_to dont_forget',
  'meeting appointment schedule calendar event agenda',
  'vacation pto day_off time_off leave days_off',
  'job work employer boss occupation',
  'hello hi hey greetings good_morning good_evening whats_up',
  'bye goodbye farewell see_you later',
  'thank thanks thankful appreciate grateful',
  'yes yeah yep sure correct affirmative absolutely right true',
  'no nope nah negative false never not_at_all',
  'joke funny laugh humor',
  'translate say_in how_do_you_say spanish french german language italian',
  'spell spelling spelled letters',
  'define definition meaning_of what_is_a',
  'distance far miles kilometers how_far',
  'light lights lamp thermostat smart switch',
  'volume loud louder quiet quieter sound',
  'calorie calories nutrition healthy fat protein carbs',
  'insurance policy coverage plan benefits',
  'reward points miles cashback',
  'doctor shot vaccine vaccines medical',
  'plug outlet socket converter adapter',
  'gift present gifts',
  'robot bot human real_person ai artificial',
  'speak talk person agent representative someone call',
];

interface Phrase {
  readonly stems: readonly string[];
  readonly concept: string;
}

/** By its first word, the phrases that begin with it. */
const phrases = new Map<string, Phrase[]>();
for (const [number, group] of groups.entries())
  for (const written of group.split(' ')) {
    const stems = written.split('_').map(stemEnglish);
    phrases.set(stems[0]!, [...(phrases.get(stems[0]!) ?? []), { stems, concept: `=${number}` }]);
  }

/** The ideas that stemmed words stand for, each once. Linear. */
export function conceptsOf(stems: readonly string[]): string[] {
  const concepts = new Set<string>();
  for (let at = 0; at < stems.length; at++)
    for (const phrase of phrases.get(stems[at]!) ?? [])
      if (phrase.stems.every((stem, n) => stems[at + n] === stem)) concepts.add(phrase.concept);
  return [...concepts];
}
