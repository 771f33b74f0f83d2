/** Words with a sign of negation in them that negate nothing. */
const harmless =
  /不好意思|对不起|不客气|不用谢|不错|不仅|不但|不过|不管|不论|无论|不同|不少|不满意|不合适|无线|没关系|没问题|没事|不得不|要不|特别|分别|类别|性别|区别|差别|级别|别人|别的|未来|不妨|差不多|不限|\bnot only\b|\bno problem\b|\bno worries\b|\bif not\b/g;
const choice = /(\p{Script=Han})[不没]\1/gu;
const negation =
  /不(?:需要|必要|可以|可|能够|能|会|支持|允许|接受|提供|用|必|需|要|得|许|予|是|再)?|没有?|无法|无需|无须|未|禁止|严禁|拒绝|谢绝|请?勿|(?<!\p{Script=Han})别|\p{Script=Han}{0}别(?=用|把|去|再|碰|放|拿|超|让)|概不|n['’]t\b|\b(?:not|no|never|cannot|without|unable|prohibited|forbidden|refuse)\b/gu;
const modal =
  /可以|能够|能|允许|支持|接受|需要|必须|应该|可(?=\p{Script=Han})|\b(?:can|may|must|should|need|needs|do|does|did|is|are|will|allowed|able)\b/gu;

/** Whether a clause denies or forbids (an odd number of negations), and the clause without modal words and negations. */
export function negationsIn(clause: string): { readonly isNegative: boolean; readonly rest: string } {
  const plain = clause
    .toLowerCase()
    .replace(/无理由/g, '理由')
    .replace(harmless, ' ')
    .replace(choice, '$1');
  let count = 0;
  const rest = plain
    .replace(negation, () => {
      count += 1;
      return ' ';
    })
    .replace(modal, ' ')
    .replace(/^\s*了|了(?=\s|$)/g, ' ');
  return { isNegative: count % 2 === 1, rest };
}
