import { expect, test } from 'vitest';
import { titleToTex } from '../../../src/citations/title.ts';

test.each([
  [
    'Phase 2 study of CD19 CAR T cells in B-cell ALL',
    'Phase 2 study of {CD}19 {CAR} {T} cells in {B}-cell {ALL}',
  ],
  ['mRNA and BiTE antibodies', '{mRNA} and {BiTE} antibodies'],
  ['SWOG S0910: a phase II trial', '{SWOG} {S}0910: a phase {II} trial'],
  ['CART序贯治疗急性B淋巴细胞白血病41例', '{CART}序贯治疗急性{B}淋巴细胞白血病41例'],
  ['A study of hepatitis A and vitamin B', 'A study of hepatitis {A} and vitamin {B}'],
  ['4-1BB, 2B4 and CD19BBz in CD19/CD22', '4-1{BB}, 2{B}4 and {CD}19{BBz} in {CD}19/{CD}22'],
  ['The CD19’s of O’Brien', 'The {CD}19’s of {O’Brien}'],
  ['Outcomes: A comparison', 'Outcomes: A comparison'],
])('capitals that mean something are protected: %s', (title, tex) => {
  expect(titleToTex(title)).toBe(tex);
});

test('names are protected in sentence case, and nothing more in title case', () => {
  expect(titleToTex('Relapse of Philadelphia chromosome-negative leukaemia in Asian patients')).toBe(
    'Relapse of {Philadelphia} chromosome-negative leukaemia in {Asian} patients',
  );
  expect(titleToTex('Outcome of Adult Patients with Ph-Negative Leukemia')).toBe(
    'Outcome of Adult Patients with {Ph}-Negative Leukemia',
  );
});

test('rich text becomes TeX; anything else between angle brackets is text', () => {
  expect(titleToTex('<i>In vivo</i> CD19<sup>+</sup> H<sub>2</sub>O')).toBe(
    '\\textit{In vivo} {CD}19{$^{+}$} {H}{$_{2}$}{O}',
  );
  expect(titleToTex('<script>x</script> a<b')).toBe(
    '\\textless{}script\\textgreater{}x\\textless{}/script\\textgreater{} a\\textless{}b',
  );
});

test('braces stand alone in a mark, which Zotero would end at the first of them', () => {
  expect(titleToTex('Deletion of <i>IKZF1</i> in <b>ALL</b>')).toBe(
    'Deletion of \\textit{{IKZF}}\\textit{1} in \\textbf{{ALL}}',
  );
  expect(titleToTex('<i>In vivo CD19</i>')).toBe('\\textit{In vivo }\\textit{{CD}}\\textit{19}');
});

test('raised and lowered words are in the font of text', () => {
  expect(titleToTex('Cells with <sup>18</sup>F and V<sub>max</sub>')).toBe(
    'Cells with {$^{18}$}{F} and {V}{$_{\\textrm{max}}$}',
  );
});

test('a tag without its partner is text', () => {
  expect(titleToTex('<i>a <b>b</i> c</sup>')).toBe(
    '\\textit{a \\textless{}b\\textgreater{}b} c\\textless{}/sup\\textgreater{}',
  );
});

test('Greek letters and relations are mathematics, in braces so that their case stays', () => {
  expect(titleToTex('NF-κB ≥ 2, Γ')).toBe('{NF}-{{$\\kappa$}B} {$\\geq$} 2, {{$\\Gamma$}}');
});
