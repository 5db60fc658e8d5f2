const addresses: [RegExp, string][] = [
  [/\b(?:https?:\/\/)?(?:dx\.)?doi\.org\/+/gi, ' doi:'],
  [/\bhttps?:\/\/[^\s/]+\/\S*?(?=10\.\d{4,9}\/)/gi, ' doi:'],
  [
    /\b(?:https?:\/\/)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed)\/+(\d{1,8})\S*/gi,
    ' pmid:$1 ',
  ],
  [/\b(?:https?:\/\/)?(?:www\.|pmc\.)?ncbi\.nlm\.nih\.gov\/(?:pmc\/)?articles\/(PMC\d+)\S*/gi, ' $1 '],
  [/\b(?:https?:\/\/)?(?:www\.|classic\.)?clinicaltrials\.gov\/\S*?(NCT\d{8})\S*/gi, ' $1 '],
  [/\bhttps?:\/\/\S*?((?:NCT|ChiCTR|JPRN-|ACTRN|ISRCTN|DRKS)[\w-]*\d)\S*/gi, ' $1 '],
];

const doi = /(?:\bdoi\s*[:：]?\s*)?\b(10\.\d{4,9}\/[^\s"'<>，。；、]+)/gi;
const pubmed = /\b(?:pmid|pubmed(?:\s+id)?)\s*[:：#]?\s*(\d{1,8})\b/gi;

/** What stands for an identifier in the index: nothing of it is cut, stemmed or spelled otherwise. */
export const identifierKey = (kind: 'doi' | 'pmid', value: string) => `${kind}:${value.toLowerCase()}`;

/** The identifiers of works in a query, and what else it says; addresses and prefixes fall away. */
export function identifiersIn(query: string): { keys: string[]; rest: string } {
  const keys: string[] = [];
  const take = (kind: 'doi' | 'pmid') => (_: string, value: string) => {
    keys.push(identifierKey(kind, kind === 'doi' ? value.replace(/[).,;\]]+$/, '') : value));
    return ' ';
  };
  let rest = query.normalize('NFKC');
  for (const [address, instead] of addresses) rest = rest.replace(address, instead);
  rest = rest.replace(doi, take('doi')).replace(pubmed, take('pmid'));
  return { keys, rest: rest.trim() };
}
