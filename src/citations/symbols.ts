/**
 * Characters and what TeX calls them.
 *
 * `symbols` are written as TeX in every export: pdfLaTeX stops at them (`Unicode character ≥ not set up`),
 * and the usual text fonts of LuaLaTeX and XeLaTeX have no glyph for them. The rest pdfLaTeX reads as UTF-8,
 * and is written as TeX only where plain ASCII is asked for.
 */

/** TeX's mathematical commands without their backslash. */
export const mathCommands: Record<string, string> = {
  ...{
    geq: '≥',
    leq: '≤',
    neq: '≠',
    approx: '≈',
    sim: '∼',
    infty: '∞',
    equiv: '≡',
    in: '∈',
    cup: '∪',
    cap: '∩',
  },
  ...{ Rightarrow: '⇒', leftrightarrow: '↔', sum: '∑', partial: '∂', times: '×', pm: '±' },
};

const greek: Record<string, string> = {
  ...{
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    varepsilon: 'ε',
    zeta: 'ζ',
    eta: 'η',
    theta: 'θ',
    iota: 'ι',
  },
  ...{
    kappa: 'κ',
    lambda: 'λ',
    mu: 'μ',
    nu: 'ν',
    xi: 'ξ',
    pi: 'π',
    rho: 'ρ',
    sigma: 'σ',
    varsigma: 'ς',
    tau: 'τ',
  },
  ...{
    upsilon: 'υ',
    varphi: 'φ',
    phi: 'ϕ',
    chi: 'χ',
    psi: 'ψ',
    omega: 'ω',
    Gamma: 'Γ',
    Delta: 'Δ',
    Theta: 'Θ',
  },
  ...{ Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π', Sigma: 'Σ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω' },
};

const raised = Object.entries({
  '⁰': 0,
  '⁴': 4,
  '⁵': 5,
  '⁶': 6,
  '⁷': 7,
  '⁸': 8,
  '⁹': 9,
  '⁺': '+',
  '⁻': '-',
  ⁿ: 'n',
});
const lowered = Object.entries({
  '₀': 0,
  '₁': 1,
  '₂': 2,
  '₃': 3,
  '₄': 4,
  '₅': 5,
  '₆': 6,
  '₇': 7,
  '₈': 8,
  '₉': 9,
});

/** Character → TeX, in braces so that no style changes its case: `Γ` must not become `γ`. */
export const symbols = new Map<string, string>([
  // A no-break space is a tie.
  ['\u00a0', '~'],
  ...Object.entries({ ...greek, ...mathCommands })
    // Text fonts have these two.
    .filter(([, character]) => character !== '×' && character !== '±')
    .map(([name, character]): [string, string] => [character, `{$\\${name}$}`]),
  ...raised.map(([character, plain]): [string, string] => [character, `{$^{${plain}}$}`]),
  ...lowered.map(([character, plain]): [string, string] => [character, `{$_{${plain}}$}`]),
]);

const letters = {
  ...{ ß: 'ss', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ı: 'i', ȷ: 'j' },
  ...{ đ: 'dj', Đ: 'DJ', ð: 'dh', Ð: 'DH', þ: 'th', Þ: 'TH' },
};
const punctuation = {
  ...{
    '‐': '-',
    '‑': '-',
    '–': '--',
    '—': '---',
    '‘': '`',
    '’': "'",
    '“': '``',
    '”': "''",
    '…': '\\ldots{}',
  },
  ...{ '•': '\\textbullet{}', '·': '\\textperiodcentered{}', '°': '\\textdegree{}', '†': '\\textdagger{}' },
  ...{
    '™': '\\texttrademark{}',
    '®': '\\textregistered{}',
    '©': '\\textcopyright{}',
    '§': '\\textsection{}',
  },
  ...{
    '×': '{$\\times$}',
    '±': '{$\\pm$}',
    '−': '{$-$}',
    µ: '{$\\mu$}',
    '¹': '{$^{1}$}',
    '²': '{$^{2}$}',
    '³': '{$^{3}$}',
  },
};

/** What ASCII has no character for, besides accents. */
export const asciiForms = new Map<string, string>([
  ...Object.entries(letters).map(([character, name]): [string, string] => [character, `{\\${name}}`]),
  ...Object.entries(punctuation),
]);

/** Combining mark → TeX accent. */
export const accents: Record<string, string> = {
  ...{
    '\u0300': '`',
    '\u0301': "'",
    '\u0302': '^',
    '\u0303': '~',
    '\u0304': '=',
    '\u0306': 'u',
    '\u0307': '.',
  },
  ...{
    '\u0308': '"',
    '\u030a': 'r',
    '\u030b': 'H',
    '\u030c': 'v',
    '\u0323': 'd',
    '\u0327': 'c',
    '\u0328': 'k',
  },
};
