/** Numbers and addresses of a work, found in whatever stands around them. */

const brackets = [
  ['(', ')'],
  ['[', ']'],
] as const;

/** The DOI in a text, bare: from an address, after `doi:`, with what follows it cut off. */
export function findDoi(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const whole = /%2f/i.test(text) || /doi\.org\/\S*%/i.test(text) ? decodeSafely(text) : text;
  const found = /(?<![\d.])10\.\d{4,9}\/[^\s"\\\u3000-\u303f\uff00-\uffef\p{Script=Han}{}|]{1,300}/iu.exec(
    whole.replace(/\\([_&%#])/g, '$1'),
  )?.[0];
  if (found === undefined) return undefined;
  let doi = found
    .replace(/\[(?:doi|pii)\]$/i, '')
    .replace(/(?:https?:|doi:|PMID:).*$/i, '')
    .replace(/[?#](?:utm_|via=|af=).*$/, '');
  for (let before = ''; before !== doi;) {
    before = doi;
    doi = doi.replace(/[.,;:'’”>…*]+$/, '');
    // A bracket that closes what the DOI does not open stands around it.
    for (const [opens, closes] of brackets)
      if (doi.endsWith(closes) && doi.split(closes).length > doi.split(opens).length) doi = doi.slice(0, -1);
  }
  return /<\w/.test(doi) && !doi.includes('>') ? doi.replace(/<.*$/, '') : doi;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A PMID that stands alone, or after `PMID:` or in an address of PubMed. */
export function findPmid(text: string | undefined, alone = false): string | undefined {
  if (text === undefined) return undefined;
  const named =
    /\bPMID\s*[:=]?\s*(\d{1,8})(?!\d)/i.exec(text) ??
    /pubmed(?:\.ncbi\.nlm\.nih\.gov|\/)\/?(\d{1,8})(?!\d)/i.exec(text);
  if (named) return withoutZeros(named[1]);
  return alone ? withoutZeros(/^\s*(\d{1,8})\s*$/.exec(text)?.[1]) : undefined;
}

const withoutZeros = (digits: string | undefined) => digits?.replace(/^0+(?=\d)/, '');

export function findPmcid(text: string | undefined, alone = false): string | undefined {
  if (text === undefined) return undefined;
  const digits = /\bPMC\s?(\d{3,9})(?!\d)/i.exec(text)?.[1] ?? /\bPMCID\s*[:=]\s*(\d{3,9})/i.exec(text)?.[1];
  const found = digits ?? (alone ? /^\s*(\d{3,9})\s*$/.exec(text)?.[1] : undefined);
  return found === undefined ? undefined : `PMC${found}`;
}

/**
 * The first ISSN of a text; of several the one on paper, or the one that links both (`(Print)`, `(Linking)`).
 */
export function findIssn(text: string | undefined): string | undefined {
  const all = [...(text ?? '').matchAll(/(?<![\d-])(\d{4})[-‐–]?(\d{3}[\dXx])(?![\d-])(?:\s*\((\w+)\))?/g)];
  const ofKind = (pattern: RegExp) => all.find(([, , , kind = '']) => pattern.test(kind));
  const found = ofKind(/print/i) ?? ofKind(/linking/i) ?? all[0];
  return found ? `${found[1]}-${found[2]?.toUpperCase()}` : undefined;
}

export function findIsbn(text: string | undefined): string | undefined {
  const found = /(?<![\d-])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?![\d-])/.exec(
    (text ?? '').replace(/[‐–]/g, '-'),
  );
  return found?.[0].toUpperCase();
}

/** Whether an address only leads on to a number that the work has anyway. */
const isResolver = (url: string) =>
  /^https?:\/\/(?:(?:dx\.)?doi\.org\/10\.|(?:www\.)?ncbi\.nlm\.nih\.gov\/(?:pubmed|pmc)\/|pubmed\.ncbi\.nlm\.nih\.gov\/|pmc\.ncbi\.nlm\.nih\.gov\/)/i.test(
    url,
  );

/**
 * Whether an address holds only for one reader: through the library of a university, or with a session or key
 * in it.
 */
const isPersonal = (url: string) =>
  /^https?:\/\/[^/]*(?:ezproxy|[.-]proxy[.-]|^proxy|ezp\.|webvpn|remotexs|idm\.oclc)|^https?:\/\/[^/]*@|[?&](?:login\?|session|sid|token|auth|apikey|api_key)=|ovidweb\.cgi|openurl|^https?:\/\/(?:localhost|127\.|192\.168\.|10\.)/i.test(
    url,
  );

/** Whether an address is that of a database's own page about the work, which most readers cannot open. */
const isDatabase = (url: string) =>
  /^https?:\/\/[^/]*(?:embase|scopus|webofscience|webofknowledge|ovid|ebscohost|proquest|mendeley|researchgate)\./i.test(
    url,
  );

/** The addresses of some text, of which only those of the web count: never a file of somebody's disk. */
const webAddresses = (text: string): string[] =>
  (text.match(/https?:\/\/[^\s<>"{}\\]+/g) ?? []).map((url) =>
    url.replace(/[.,;)\]]+$/, (end) => (/\)$/.test(end) && url.includes('(') ? end : '')),
  );

/** Of the addresses of a work the first that is of use to others and says more than its numbers. */
export function bestAddress(urls: readonly string[], hasNumber: boolean): string | undefined {
  const open = urls.flatMap(webAddresses).filter((url) => !isPersonal(url) && URL.canParse(url));
  return open.find((url) => !isResolver(url) && !isDatabase(url)) ?? (hasNumber ? undefined : open[0]);
}

export const arePersonal = (urls: readonly string[]): boolean => urls.flatMap(webAddresses).some(isPersonal);
