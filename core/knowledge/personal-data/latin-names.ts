import { capitalisedWords } from './capitalised-words.ts';
import { type FoundData, mask } from './found.ts';

/**
 * Names in Latin letters that no label names: a first name that people have, alone beside words that speak of a
 * person, or with a family name behind it. Capitals alone make no name: 「North Face」, 「New York」 stay.
 */

/** First names that are no other word. */
const firstNames = words(
  'john james robert michael david richard joseph thomas charles daniel matthew anthony donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick raymond dennis jerry tyler aaron jose adam nathan henry peter kyle ethan jeremy sean oliver liam noah lucas leo omar ahmed mohammed muhammad ali hassan ibrahim patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane olivia julie joyce kelly christina joan evelyn lauren judith megan andrea cheryl hannah jacqueline martha gloria teresa sophia sophie lucy alice kate jane fiona priya fatima aisha chloe isabella mia zoe ella tom tim jim joe mike dave steve chris christopher greg jeff ken ron don fred frank alan allen albert alex arthur barry bernard bob bobby brad bruce bryan carl carlos cameron charlie clara claire colin connor craig derek diego dominic doug douglas dylan edwin elaine eleanor elena eli elijah ellen eva fernando francis francisco gabriel gavin gerald gordon graham hector hugo ian isaac isabel ivan jackson jake jasmine javier jenny jessie jill joanna joanne joel jorge juan julia julian karl katie keith larissa leah leon leonard lewis lily louis louise luis luke marcus marco margaret marie marilyn mario martin martina mary mateo max maxwell melanie miguel miranda monica mohamed molly naomi natalie natasha neil nina norma norman oscar owen pablo paula pedro penny philip phillip rafael ralph ravi raj rita roberto rodrigo roger rosa ruby russell ruth sally sam santiago sara sergio seth shane shaun simon sofia stanley stella stuart susanna suzanne tanya tara ted theodore theresa tina todd tony tracy trevor valerie vanessa vera veronica victor vincent vivian walter wayne wendy wesley william yusuf yvonne zachary abdul arjun anil ananya anita deepak neha rahul rohan sanjay sunil vikram yuki kenji hiroshi haruto sakura minho jiho seojun wei ming xiao jing ling yan hui fang samir kwame rajesh ingrid beatrice paulina bjorn tomasz jackie bob jenny oluwaseun amir anders andreas antonio bruno cecilia claudia claudio dmitri ekaterina elif enrique erik esther farid felix giulia giovanni hamza hans henrik igor ines irina jamal jin johan jonas karim kofi lars leila lorenzo luca lukas magnus malik mansoor marta matteo mehmet mikhail mustafa nadia nikolai noor olga paolo pavel pierre pilar rania reza ricardo samira sandeep sergei shreya stefan svetlana tariq tatiana thiago tomas umar vladimir wojciech xavier yasmin zainab',
);
/** First names that are words too: they need a family name behind them, or a word in front that only people follow. */
const otherFirstNames = words(
  'mark grant bill will may grace rose jack harry ben dan sue hope joy faith drew christian austin jordan chase dean miles nick pat rich rob art gene guy jean ray roy june april victoria charlotte virginia florence georgia sydney paris madison brooklyn taylor morgan logan mason hunter carter cooper parker ruby amber crystal dawn eve holly iris ivy jade olive pearl sky summer violet daisy calvin ford levi harper angel ji li na yu lei bo jun min kai chen lin',
);
/** Capitalised words that no name holds: brands, works, days and places people write about. */
const noName =
  /^(?:Martens|Pepper|Coffee|Meyers|Oetker|Beats|Rose Gold|Ray[ -]Ban|Air Jordan|Uncle Ben|Mei Tuan|Li Ning|Wei Bo|Levi Strauss|Calvin Klein|Harry Potter|Mary Kay|Jack Daniels?|Johnnie Walker|Jo Malone|Paul Smith|Michael Kors|Ralph Lauren|Tom Ford|Estee Lauder|Kate Spade|Tommy Hilfiger|Jimmy Choo|Alexander McQueen|Marc Jacobs|Charlotte Tilbury|Ben (?:and|&) Jerry|Captain Morgan|Taylor Swift|Christian Dior|Christian Louboutin|Louis Vuitton|Hugo Boss|Max Mara|Max Factor|Tim Hortons|Paris Hilton|Will (?:I|You|The|My|It)|May (?:I|We)|Grant Me|Bill Me|John Deere|Mark (?:It|As)|Marks)/i;
const notFamily =
  /^(?:I|The|A|An|My|Your|Our|Is|Was|Has|Had|Can|Could|Will|Would|And|Or|But|In|On|At|To|For|From|Please|Pay|Inc|Ltd|Llc|Street|Road|Avenue|St|Rd|Ave|Pro|Plus|Max|Mini|Air|Order|Account|Support|Team|Service|Store|Shop|Here|There|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December)$/;

/** Only people follow these. Case does not matter. */
const namesPerson =
  /(?:\bmy name(?: is|['’]s)|\bname(?: on (?:the|my) (?:account|card|order|booking))?(?: is|:)|\bname is|\b(?:recipient|receiver|cardholder|card holder|account holder|holder|passenger|patient|patient name|contact|beneficiary|guest|attn|attention|consignee|sender|payee|signed by|belongs to|registered to|nurse|signed for by|sincerely,|regards,|cheers,|thanks,|dear|mr\.?|mrs\.?|ms\.?|miss|dr\.?|professor)(?: is| was|:)?)\s?$/i;
/** A person or something else may follow these: the first word is to be a first name, or two capitalised words stand. */
const maybePerson =
  /(?:\bof|\bsay|\bread|\bremove|\badd|\bnanny|\baunt|\buncle|\bcousin|\bnephew|\bniece|\b(?:i['’]?m|i am|this is|it['’]s|ask|tell|call|spoke (?:to|with)|spoken (?:to|with)|talk(?:ed|ing)? (?:to|with)|speak(?:ing)? (?:to|with)|chatt(?:ed|ing) with|met|by|with|from|to|for|under|name to|named|called|husband|wife|son|daughter|mother|father|mom|mum|dad|brother|sister|friend|colleague|boss|partner|roommate|neighbou?r|agent|nurse|doctor|technician|driver|courier|manager|assistant|hi|hello|hey|thanks|thank you|is|was|and|not|reach|contact)),? ?$/i;

/** Whether what begins here is a brand or a work that is called like a person, or a word that no name begins with. */
export function isNoPerson(text: string, from: number, to: number): boolean {
  return (
    noName.test(text.slice(from, to)) ||
    noName.test(text.slice(from, from + 24)) ||
    notFamily.test(text.slice(from, to).split(' ')[0]!)
  );
}

const word = /[A-Za-z][A-Za-z'’-]{0,24}/y;
const furthestLeft = 40;
const furthestRight = 48;

/** Where a text has such names. Linear: at each word it reads a bounded stretch. */
export function findLatinNames(text: string): FoundData[] {
  const found: FoundData[] = [];
  for (let at = 0; at < text.length; ) {
    const first = wordAt(text, at);
    if (first === '') {
      at += 1;
      continue;
    }
    const to = nameEnd(text, at, first);
    if (to > at) found.push({ kind: 'name', from: at, to });
    at = Math.max(to, at + first.length);
  }
  return found;
}

/** Where the name that begins here ends; 0 if none does. */
function nameEnd(text: string, at: number, first: string): number {
  const before = text.slice(Math.max(0, at - furthestLeft), at);
  const plain = first.toLowerCase().replace(/['’]s$/, '');
  const known = firstNames.has(plain);
  const possible = known || otherFirstNames.has(plain);
  const named = namesPerson.test(before);
  const capital = /^[A-Z]/.test(first);
  if (!capital && !(possible && (named || (known && /\bi am $|\bi['’]?m $/i.test(before))))) return 0;
  const isSubject = capital && /(?:^|[.!?,，。]\s?)$/.test(before);
  const family = familyEnd(
    text,
    at + first.length,
    capital,
    first === first.toUpperCase() && first.length > 2,
  );
  const behind = text.slice(family, family + furthestRight);
  const speaksOfPerson = onlyPerson.test(before);
  const isKnownRole = speaksOfPerson || isKin.test(behind);
  if (
    capital &&
    family === at + first.length &&
    !isKnownRole &&
    !possible &&
    !named &&
    !isSubject &&
    !pinyinSurname.test(first) &&
    !maybePerson.test(before)
  )
    return 0;
  const full = text.slice(at, family);
  if (noName.test(full) || noName.test(text.slice(at, at + 24)) || notFamily.test(first)) return 0;
  const hasFamily = family > at + first.length;
  if (named) return possible || (capital && !ordinary.test(first)) ? family : 0;
  // 「EVA」: a material, unless somebody shouts a whole name.
  if (known && /^[A-Z]{2,3}$/.test(first) && !hasFamily) return 0;
  if (known) return capital || hasFamily || /\bi am $|\bi['’]?m $/i.test(before) ? family : 0;
  if (isPinyin(first, text.slice(at + first.length, family))) return family;
  if (possible) return capital && hasFamily && /[a-z]/.test(full) ? family : 0;
  if (ordinary.test(first) || places.test(full) || first.length < 3) return 0;
  if (isUncommon(first) && (speaksOfPerson || putIn.test(behind) || isKin.test(behind))) return family;
  if (!hasFamily) return isUncommon(first) && first.length > 3 && addressed.test(before) ? family : 0;
  if ((isSubject && subjectOf.test(behind)) || strongMaybe.test(before)) return family;
  return isUncommon(full) &&
    !/[a-z][A-Z]/.test(full.replace(/\b(?:Mc|Mac|De|La)/g, '')) &&
    (isSubject ? isDoing.test(behind) : true)
    ? family
    : 0;
}

/** Somebody is called by one name, in front of whom no thing is spoken of: 「I'm Thandiwe」, 「Hello Xochitl」. */
const addressed =
  /\b(?:i['’]?m|i am|my name|this is|it['’]s|dear|hello|hi|hey|called|named|ask|told|spoke to|met) $/i;

/** Of what may stand before a person, what seldom stands before anything else that is written with two capitals. */
const strongMaybe =
  /\b(?:i['’]?m|i am|this is|ask|tell|spoke (?:to|with)|spoken (?:to|with)|talk(?:ed|ing)? (?:to|with)|speak(?:ing)? (?:to|with)|name to|husband|wife|son|daughter|mother|father|brother|sister|friend|colleague|boss|partner|technician,?|driver,?|agent|nurse|manager|mom|mum|dad|is for|belongs to|registered to|it['’]s) ?$|\b(?:ship|send|sent|deliver|delivered|addressed|transfer(?:red)?)(?: (?:it|this|that|them|me))? to $/i;
/**
 * Nobody but a person follows these, whatever the name: 「on behalf of」, 「chatting with」, 「it should say」. Not behind
 * them: what is in no list of names may be a brand.
 */
const onlyPerson =
  /\b(?:(?:on )?behalf of|chatt(?:ed|ing) (?:to|with)|spoke (?:to|with)|spoken (?:to|with)|(?:(?:it|name|which) should|to) (?:say|read)|gift (?:is |was )?from|(?:account|booking|order|contract|policy|reservation)(?: is| was)? (?:under|by)|(?:placed|signed|signed for|accepted|answered|written|ordered|made|booked|opened|handled|picked up|collected) by|(?:refund|money|parcel|invoice|letter) (?:goes|went|should go|to go|is|was)? ?to|(?:hand|ship|send|deliver|give|post|forward)(?:ed|s)? (?:it|them|this|that|the parcel|everything) to|husband|wife|son|daughter|mother|father|brother|sister|aunt|uncle|cousin|nephew|niece|grand(?:mother|father|son|daughter|ma|pa)|flatmate|room-?mate|house-?mate|fianc[ée]{1,2}|girlfriend|boyfriend|co-?worker|colleague|neighbou?r|tenant|landlord|(?:registered |account |policy |card |home |vehicle )owner:?|guest|passenger|patient|student|traveller|traveler|driver|courier|technician|engineer|plumber|electrician|therapist|teacher|coach|lawyer|agent|advisor|adviser|representative|rep|operator|supervisor|manager|assistant|specialist|(?:emergency |alternative )?contact(?: person)?(?: is|:)?|beneficiary(?: is|:)?|recipient(?: is|:)?|witness|applicant|employee|customer|client|transfer (?:me|us) to|put me through to|compliment|commend|thank|praise|(?:booking|order|gift|parcel|package|room|table|ticket|appointment|reservation|delivery)(?: is| was)? (?:for|with)|(?:speak|talk|meeting|met) (?:to|with)|(?:complain(?:t|ing)? )about|report|cc|who(?: is|['’]s)|(?:only|out) to|(?:gave|given|giving|lent|sold|showed|shown|passed) (?:\w{1,8} ){0,3}to|(?:my|your|the|our) (?:driver|technician|courier|agent|manager|nurse|colleague|husband|wife|son|daughter|friend|neighbou?r),|carer|nanny|accountant|secretary) $/i;
/** Who is put in or out: 「remove … from my family plan」. */
const putIn =
  /^(?:['’]s)? (?:to|from|off|on) (?:my|our|the) (?:family|account|plan|booking|list|policy|contract)\b/;

const ordinary =
  /^(?:Very|So|Not|Just|Still|Waiting|Chinese|English|American|British|French|German|Spanish|Indian|Sure|Sorry|The|This|That|Your|Our|My|Customer|Sir|Madam|Team|All|Support|Here|Happy|Angry|Using|Having|Trying|Looking|Misspelled|Wrong|Required|Missing|Correct|Optional|Of|On|In|Is|For|To)$/;
const places =
  /^(?:New|San|Los|Hong|Las|St|Saint|Santa|Salt|El|Fort|South|North|East|West|United|Great|Tel|Kuala|Abu|Cape|Buenos|Rio|Mexico|Black|Apple|Google|Samsung|Windows|Master|Visa|American|Live|Customer|Free|Terms) /;

/** No word of it is one that is written with a capital elsewhere. */
const isUncommon = (name: string) =>
  !name
    .split(/[ -]/)
    .some((one) => capitalisedWords.has(one.toLowerCase().replace(/['’]s$/, '')) || /^[A-Z]{2,}$/.test(one));
/** What only a person is or does: 「Hasta is my daughter」, 「Niko was really helpful」, 「Reinhard promised」, 「from your support team」. */
const isKin = new RegExp(
  '^,? ?(?:' +
    [
      '(?:is|was) (?:my|our|the) (?:daughter|son|wife|husband|mother|father|mum|mom|dad|sister|brother|partner|colleague|friend|flatmate|neighbou?r|boss|manager|assistant|tenant|carer|account holder|cardholder)',
      '(?:is|was|were|has been|sounded|seemed) (?:(?:so|very|really|super|extremely|quite|not|always) ){0,2}(?:helpful|rude|kind|patient|nice|friendly|polite|lovely|professional|dismissive|unhelpful|available|in today)',
      '(?:promised|told|assured|helped|emailed|texted|rang|phoned|called|advised|informed|messaged) (?:me|us|that)',
      '(?:from|at|in) (?:your|the|our) (?:[a-z]{3,12} ){0,2}(?:team|desk|department|office|branch|line)',
      'please (?:call|confirm|reply|get|ring|email)',
      'next door',
      'available',
      "['’]s (?:name|account|order|phone|parcel|card|address|birthday|room|house|booking)",
    ].join('|') +
    ')\\b',
);

/** What begins a sentence is a name where somebody does something then. */
const isDoing =
  /^(?:,? (?:and I|speaking|here)\b| (?:left|took|gave|got|has|had|was|is|says|wants|needs|works|lives|moved|wrote|sent|opened|closed|changed|cancelled|signed)\b)/;

/** What people do: 「Rajesh Kumar is my husband」. */
const subjectOf =
  /^,? (?:is my|was my|is the account holder|ordered|called|told|said|promised|signed|bought|paid|never (?:called|got|came|received)|helped|helps|from (?:billing|support|sales|your)|will pick|picked|asked|answered|lives|has an appointment|here\b)/;
const pinyinSurname =
  /^(?:Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu|Guo|He|Lin|Gao|Luo|Zheng|Liang|Xie|Song|Tang|Han|Feng|Deng|Cao|Peng|Zeng|Xiao|Tian|Dong|Pan|Yuan|Cai|Jiang|Yu|Du|Ye|Cheng|Wei|Su|Ding|Ren|Lu|Yao|Shen|Zhong|Cui|Tan|Fan|Liao|Shi|Jin|Jia|Xia|Fu|Fang|Zou|Xiong|Bai|Meng|Qin|Qiu|Hou|Yin|Xue|Yan|Duan|Lei|Tao|Mao|Hao|Gu|Gong|Shao|Qian|Dai|Mo|Kong)$/;
const pinyinGiven =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|a|o|e|i|u)'?){1,2}$/;

/** 「Wei Zhang」, 「Li Xiaoming」: a surname in Pinyin and syllables of it, in either order. */
function isPinyin(first: string, rest: string): boolean {
  const second = rest.trim();
  if (!/^[A-Z][a-z]+$/.test(first) || !/^[A-Z][a-z]+$/.test(second)) return false;
  const isGiven = (one: string) =>
    pinyinGiven.test(one.toLowerCase()) &&
    !/^(?:The|Me|You|A|An|Can|Pin|Men|Pan|Hong|Sale|Code|Line|Pen|Bag)$/.test(one);
  if (first === 'He' || first === 'She') return false;
  return (pinyinSurname.test(first) && isGiven(second)) || (pinyinSurname.test(second) && isGiven(first));
}

/** A family name, and one between: 「John A. Smith」, 「Maria de la Cruz」. The place behind, or `at`. */
function familyEnd(text: string, at: number, capital: boolean, shouted: boolean): number {
  let to = at;
  for (let count = 0; count < 3; count++) {
    const between = capital ? (particle.exec(text.slice(to, to + 12))?.[0].length ?? 0) : 0;
    to += between;
    const initial = /^ [A-Z]\.?(?= [A-Z])/.exec(text.slice(to, to + 5))?.[0].length ?? 0;
    const next = text[to + initial] === ' ' ? wordAt(text, to + initial + 1) : '';
    if (next.length < 2 || notFamily.test(next) || text[to] === mask) break;
    const fits = shouted ? /^[A-Z]{2,}$/.test(next) : /^[A-Z][a-z'’]|^[A-Z]['’][A-Z]/.test(next);
    if (!fits && !(!capital && count === 0 && /^[a-z]{2,14}$/.test(next) && !lowerWord.test(next))) break;
    to += initial + 1 + next.length;
    if (!capital) break;
  }
  return /['’]s$/.test(text.slice(at, to)) ? to - 2 : to;
}
/** 「Ruben van der Schuijt」, 「Maria de la Cruz」. */
const particle =
  /^ (?:van(?: de[rn]?)?|von(?: der)?|de(?: la| los)?|del|della|di|da|dos|du|le|la|bin|binti|al|el|ibn|ter|ten|zu)(?= [A-Z])/;
const lowerWord =
  /^(?:and|or|but|i|my|the|a|an|is|was|from|here|with|for|to|at|in|on|of|by|who|has|had|not|please|can|could|would|will|your|you|so|im|that|this|it|have|ordered|bought|called|want|need|looking)$/;

function wordAt(text: string, at: number): string {
  if (at > 0 && /[A-Za-z0-9_@.-]/.test(text[at - 1]!) && !/[.] ?$/.test(text.slice(at - 1, at))) return '';
  word.lastIndex = at;
  const match = word.exec(text)?.[0] ?? '';
  return /[0-9_@]/.test(text[at + match.length] ?? '') ? '' : match;
}

function words(all: string): ReadonlySet<string> {
  return new Set(all.split(' '));
}
