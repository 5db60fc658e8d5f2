/**
 * Invented abstracts in the manner of journals, each with the results that a careful reader would enter,
 * written by hand in the form of `brief.ts`. No study, agent or figure is that of a publication.
 */
export type Abstract = readonly [text: string, results: readonly string[]];

export const englishAbstracts: readonly Abstract[] = [
  [
    `BACKGROUND: The prognosis of adults in relapse is poor, and complete remission rates with chemotherapy are 30 to 40%.
METHODS: In this phase 3 trial, we randomly assigned adults to receive agent X or standard care. The primary end points were complete remission and overall survival. The one-sided significance level was set at 0.0125.
RESULTS: Of the 326 patients who underwent randomization, the first 218 were included in the primary analysis of complete remission. The rate of complete remission was higher in the agent X group than in the standard-care group (79.8% [95% CI, 71.1 to 86.9] vs. 30.3% [95% CI, 21.8 to 39.8], P<0.001). Progression-free survival was longer in the agent X group (hazard ratio, 0.47; 97.5% CI, 0.35 to 0.63; P<0.001; median, 5.1 months vs. 1.9 months). Median overall survival was 7.6 months (95% CI, 6.1 to 9.0) versus 6.5 months (95% CI, 4.8 to 8.2), and the hazard ratio was 0.79 (97.5% CI, 0.60 to 1.05; two-sided P=0.05). Veno-occlusive disease occurred in 15 patients (10.8%) in the agent X group and in 1 patient (0.8%) in the standard-care group.
CONCLUSIONS: Agent X was better than standard care.`,
    [
      'cr proportion 79.8% 95[71.1,86.9] #1',
      'cr proportion 30.3% 95[21.8,39.8] #2',
      'cr contrast p-only P<0.001',
      'pfs contrast HR 0.47 97.5[0.35,0.63] P<0.001',
      'pfs median 5.1 months #1',
      'pfs median 1.9 months #2',
      'os median 7.6 months 95[6.1,9.0] #1',
      'os median 6.5 months 95[4.8,8.2] #2',
      'os contrast HR 0.79 97.5[0.60,1.05] P=0.05 2-sided',
      'veno-occlusive-disease adverse-event 15 10.8% #1',
      'veno-occlusive-disease adverse-event 1 0.8% #2',
    ],
  ],
  [
    `Purpose: We tested cells Y in children and young adults. Patients and Methods: Patients aged 3 to 21 years received a single infusion. Results: A total of 75 patients were infused. The overall remission rate within 3 months was 81% (95% CI, 71 to 89), and all patients who had a response were negative for residual disease. The rates of event-free survival and overall survival were 73% (95% CI, 60 to 82) and 90% (95% CI, 81 to 95), respectively, at 6 months. The median duration of response was not reached. Grade 3 or 4 adverse events occurred in 73% of patients. Cytokine release syndrome occurred in 77% of patients, 48% of whom received tocilizumab. Neurologic events occurred in 40% of patients.`,
    [
      'treated count 75 patients',
      '? proportion 81% @within 3 months 95[71,89]',
      'efs landmark 73% @6 months 95[60,82]',
      'os landmark 90% @6 months 95[81,95]',
      'dor median not-reached',
      'adverse-event-any adverse-event g3-4 73%',
      'crs adverse-event 77%',
      '? proportion 48%',
      'neurotoxicity adverse-event 40%',
    ],
  ],
  [
    `Background Relapse after transplantation is hard to treat.
Methods We did an open-label, single-arm, phase 2 study at 12 centres.
Findings Between Jan 9, 2015, and March 30, 2017, 45 patients were enrolled, of whom 41 received treatment. Median follow-up was 18·4 months (IQR 12·1–25·0). 29 (71%) of 41 patients achieved complete remission (95% CI 55–84). Median overall survival was 14·2 months (95% CI 9·9–20·3). The most common grade 3–4 adverse events were neutropenia (18 [44%] of 41 patients), anaemia (12 [29%]), and thrombocytopenia (11 [27%]). Two (5%) patients had grade 3 cytokine release syndrome. There were three (7%) deaths.
Interpretation The activity merits further study.`,
    [
      'enrolled count 45 patients',
      'follow-up follow-up 18.4 months iqr[12.1,25.0]',
      'cr proportion 29/41 71% 95[55,84]',
      'os median 14.2 months 95[9.9,20.3]',
      'neutropenia adverse-event g3-4 18/41 44%',
      'anaemia adverse-event g3-4 12 29%',
      'thrombocytopenia adverse-event g3-4 11 27%',
      'crs adverse-event g3 2 5%',
      'death proportion 3 7%',
    ],
  ],
  [
    `Agent Z was given to 36 adults with minimal residual disease in this multicenter phase 2 study. Median age was 45 years (range, 18-76). Of 34 evaluable patients, 27 (79.4%) achieved a complete MRD response. Median RFS was 18.9 months (95% CI, 12.3-35.2) and median OS was 36.5 months (95% CI, 19.8-not estimable). Grade 3 neurologic events occurred in 4 patients (11.1%) and grade 4 neurologic events in 1 patient (2.8%).`,
    [
      'age median 45 years range[18,76]',
      'complete-mrd-response proportion 27/34 79.4%',
      'rfs median 18.9 months 95[12.3,35.2]',
      'os median 36.5 months 95[19.8,NE]',
      'neurotoxicity adverse-event g3 4 11.1%',
      'neurotoxicity adverse-event g4 1 2.8%',
    ],
  ],
  [
    `PURPOSE We compared agent Q plus chemotherapy with chemotherapy alone. METHODS In total, 224 patients were randomly assigned. RESULTS At a median follow-up of 43 months, the 3-year OS rate was 84.8% with agent Q and 68.1% without it (hazard ratio for death, 0.41; 95% CI, 0.23 to 0.73; P=.002). The 3-year relapse-free survival was 80.0% versus 64.5% (HR, 0.53; 95% CI, 0.32 to 0.87). CONCLUSION Agent Q improved survival.`,
    [
      'randomised count 224 patients',
      'follow-up follow-up 43 months',
      'os landmark 84.8% @3 years #1',
      'os landmark 68.1% @3 years #2',
      'os contrast HR 0.41 95[0.23,0.73] P=.002',
      'rfs landmark 80.0% @3 years #1',
      'rfs landmark 64.5% @3 years #2',
      'rfs contrast HR 0.53 95[0.32,0.87]',
    ],
  ],
  [
    `Introduction: Cells W target two antigens. Methods: This was a phase 1/2 study (n = 20). Results: CR was achieved in 18 of 20 patients (90%), and 16 of 18 responders (88.9%) were MRD negative. At a median follow-up of 14 months, 8 patients had relapsed. CRS of any grade was observed in 17 patients (85%), including grade ≥3 CRS in 2 (10%). ICANS occurred in 3 patients (15%). The 12-month EFS was 54.2% (95% CI, 31.0-72.6). Conclusion: Cells W are active.`,
    [
      'cr proportion 18/20 90%',
      'mrd-negativity proportion 16/18 88.9%',
      'follow-up follow-up 14 months',
      'relapse proportion 8',
      'crs adverse-event gany 17 85%',
      'crs adverse-event g≥3 2 10%',
      'icans adverse-event 3 15%',
      'efs landmark 54.2% @12 months 95[31.0,72.6]',
    ],
  ],
  [
    `Key Points: Question Does agent V improve survival? Findings In this randomized clinical trial of 108 children, 2-year disease-free survival was 54.4% with agent V and 39.0% with chemotherapy (hazard ratio, 0.70 [95% CI, 0.47-1.03]); P = .03. Overall survival at 2 years was 71.3% vs 58.4% (HR, 0.62 [95% CI, 0.39-0.98]; P = .02). Meaning Results must be read with care.
Among patients with residual disease after the first block, clearance was seen in 75% vs 32%, respectively (P < .001). Grade 3 or higher infection occurred in 15% vs 65%, and febrile neutropenia in 5% vs 58%.`,
    [
      'dfs landmark 54.4% @2 years #1',
      'dfs landmark 39.0% @2 years #2',
      'dfs contrast HR 0.70 95[0.47,1.03] P=.03',
      'os landmark 71.3% @2 years #1',
      'os landmark 58.4% @2 years #2',
      'os contrast HR 0.62 95[0.39,0.98] P=.02',
      '? proportion 75% #1',
      '? proportion 32% #2',
      '? contrast p-only P<.001',
      'infection adverse-event g≥3 15% #1',
      'infection adverse-event g≥3 65% #2',
      'febrile-neutropenia adverse-event g? 5% #1',
      'febrile-neutropenia adverse-event g? 58% #2',
    ],
  ],
  [
    `We report outcomes of 55 patients treated in routine care. The best overall response was CR/CRi in 38 patients (69.1%; 95% CI, 55.2%-80.9%). Median OS was 9.4 months (95% CI: 6.7–13.1). 6-month and 12-month OS rates were 64.0% and 41.5%, respectively. VOD was reported in 5 patients (9.1%), with 2 fatal cases. Thirty-one patients (56.4%) underwent allogeneic transplantation.`,
    [
      'treated count 55 patients',
      'cr-cri proportion 38 69.1% 95[55.2,80.9]',
      'os median 9.4 months 95[6.7,13.1]',
      'os landmark 64.0% @6 months',
      'os landmark 41.5% @12 months',
      'veno-occlusive-disease adverse-event 5 9.1%',
      'transplantation proportion 31 56.4%',
    ],
  ],
  [
    `Results: Seventy-one patients were enrolled and 55 (77%) received an infusion. After a median follow-up of 16.4 months (IQR, 13.8-19.6), 39 patients (70.9%; 95% CI 57-82) had CR or CRi, with 31 (56.4%) reaching CR. Median duration of remission was 12.8 months (95% CI 8.7-not estimable), median RFS 11.6 months (95% CI 2.7-15.5), and median OS 18.2 months (95% CI 15.9-not estimable). The most common grade 3 or higher adverse events were anaemia (27 [49%]) and pyrexia (20 [36%]). Grade 3 or higher CRS occurred in 13 (24%) patients.`,
    [
      'enrolled count 71 patients',
      '? proportion 55 77%',
      'follow-up follow-up 16.4 months iqr[13.8,19.6]',
      '? proportion 39 70.9% 95[57,82]',
      'cr proportion 31 56.4%',
      'dor median 12.8 months 95[8.7,NE]',
      'rfs median 11.6 months 95[2.7,15.5]',
      'os median 18.2 months 95[15.9,NE]',
      'anaemia adverse-event g≥3 27 49%',
      'fever adverse-event g≥3 20 36%',
      'crs adverse-event g≥3 13 24%',
    ],
  ],
  [
    `Abstract 512. Background: Data in older patients are scarce. Methods: Patients ≥60 years of age received agent R with low-intensity chemotherapy. Results: 52 patients were treated; median age was 68 years (range, 60-81). The ORR was 98%, with CR in 44 pts (85%). MRD negativity was achieved in 35 of 46 evaluable pts (76%) after 1 cycle. With a median follow-up of 29 mo (range, 13-55 mo), 2-yr PFS was 59% (95% CI, 43-72) and 2-yr OS was 66% (95% CI, 50-78). Grade 3-4 events included infection (52%), hyperglycemia (54%), and hypokalemia (31%). VOD occurred in 4 pts (8%).`,
    [
      'treated count 52 patients',
      'age median 68 years range[60,81]',
      'orr proportion 98%',
      'cr proportion 44 85%',
      'mrd-negativity proportion 35/46 76%',
      'follow-up follow-up 29 months range[13,55]',
      'pfs landmark 59% @2 years 95[43,72]',
      'os landmark 66% @2 years 95[50,78]',
      'infection adverse-event g3-4 52%',
      '? adverse-event g3-4 54%',
      '? adverse-event g3-4 31%',
      'veno-occlusive-disease adverse-event 4 8%',
    ],
  ],
  [
    `Among 189 patients, 81 (43%; 95% CI 36-50) had achieved complete remission after two cycles. Of these, 32 (40%) underwent transplantation. Median overall survival was 6.1 months (95% CI 4.2-7.5) overall. The most frequent grade 3 or worse adverse events were febrile neutropenia (48 patients, 25%), neutropenia (30 patients, 16%), and anaemia (27 patients, 14%). Three deaths were thought to be related to treatment.`,
    [
      'cr proportion 81/189 43% 95[36,50]',
      '? proportion 32 40%',
      'os median 6.1 months 95[4.2,7.5]',
      'febrile-neutropenia adverse-event g≥3 48 25%',
      'neutropenia adverse-event g≥3 30 16%',
      'anaemia adverse-event g≥3 27 14%',
    ],
  ],
  [
    `OBJECTIVE. To describe outcomes by disease burden. RESULTS. Fifty-three adults received cells; CR was observed in 44 (83%). At a median follow-up of 29 months (range, 1 to 65), median EFS was 6.1 months (95% CI, 5.0 to 11.5) and median OS was 12.9 months (95% CI, 8.7 to 23.4). Patients with a low burden had markedly longer EFS (median, 10.6 months; 95% CI, 5.9 to not reached; P=0.01) and OS (median, 20.1 months; 95% CI, 8.7 to not reached; P=0.02). Severe cytokine release syndrome occurred in 14 of 53 patients (26%; 95% CI, 15 to 40); 1 patient died.`,
    [
      'cr proportion 44 83%',
      'follow-up follow-up 29 months range[1,65]',
      'efs median 6.1 months 95[5.0,11.5]',
      'os median 12.9 months 95[8.7,23.4]',
      'efs median 10.6 months 95[5.9,NR]',
      'os median 20.1 months 95[8.7,NR]',
      'crs adverse-event gsevere 14/53 26% 95[15,40]',
    ],
  ],
  [
    `Trial design: noninferiority, margin 1.25. A total of 1,042 patients underwent randomization. Five-year event-free survival was 87.2% ± 1.5% in arm A and 86.4% ± 1.6% in arm B (HR 1.05; 95% CI, 0.78 to 1.41; P for noninferiority = 0.02). Five-year overall survival was 93.0% and 92.1%, respectively. The cumulative incidence of relapse at 5 years was 9.8% (SE 1.3%).`,
    [
      'randomised count 1042 patients',
      'efs landmark 87.2% ±1.5 unstated @5 years #1',
      'efs landmark 86.4% ±1.6 unstated @5 years #2',
      'efs contrast HR 1.05 95[0.78,1.41] P=0.02 noninferiority',
      'os landmark 93.0% @5 years #1',
      'os landmark 92.1% @5 years #2',
      'cumulative-incidence-relapse landmark 9.8% ±1.3 standard-error @5 years',
    ],
  ],
  [
    `The safety and activity of conjugate T were studied in 28 children. ORR was 81.5% (22/27; 95% CI, 61.9-93.7); 18 of 22 responders (81.8%) were MRD negative. Dose-limiting toxicity was seen in 1 of 6 patients. The estimated 12-month OS was 40% (95% CI 25-66) and 12-month EFS was 23% (95% CI 11-48). Hepatic veno-occlusive disease occurred in 7 patients.`,
    [
      'orr proportion 22/27 81.5% 95[61.9,93.7]',
      'mrd-negativity proportion 18/22 81.8%',
      'dlt proportion 1/6',
      'os landmark 40% @12 months 95[25,66]',
      'efs landmark 23% @12 months 95[11,48]',
      'veno-occlusive-disease adverse-event 7',
    ],
  ],
  [
    `In multivariable analysis, high burden (odds ratio [OR], 2.84; 95% CI, 1.39-5.81; P = .004) was associated with severe CRS. Relapse occurred in 38 of 88 patients (43.2%), and CD19-negative relapse in 11 (12.5%). Nonrelapse mortality at 1 year was 6.8% (95% CI, 2.8-13.3). Grade 2-4 acute GVHD was seen in 20.5% of patients.`,
    [
      '? contrast OR 2.84 95[1.39,5.81] P=.004',
      'relapse proportion 38/88 43.2%',
      'antigen-negative-relapse proportion 11/88 12.5%',
      'treatment-related-mortality landmark 6.8% @1 years 95[2.8,13.3] !',
      'graft-versus-host-disease adverse-event g2-4 20.5%',
    ],
  ],
  [
    `Methods: single-center, retrospective. Results: Thirty patients received the product. The CR rate was 90% (27/30). Sustained remission was achieved with a 6-month event-free survival rate of 67% (95% CI, 51 to 88) and an overall survival rate of 78% (95% CI, 65 to 95). All patients had CRS. Severe CRS developed in 27% of the patients. B-cell aplasia persisted in 73%.`,
    [
      'cr proportion 27/30 90%',
      'efs landmark 67% @6 months 95[51,88]',
      'os landmark 78% @6 months 95[65,95]',
      'crs adverse-event gsevere 27%',
      'b-cell-aplasia proportion 73%',
    ],
  ],
  [
    `Of 164 patients in the investigational arm and 162 in the control arm, CR/CRi rates were 73.8% vs 30.9% (1-sided P < .0001). Median OS was 7.7 (95% CI 6.0–9.2) vs 6.2 (4.7–8.3) months, HR 0.751 (97.5% CI 0.588–0.959; 1-sided P = .0105). The 2-year OS rates were 22.8% and 10.0%, respectively. Median PFS was 5.0 vs 1.7 months (HR 0.450 [97.5% CI 0.348–0.581]; 1-sided P < .0001).`,
    [
      'cr-cri proportion 73.8% #1',
      'cr-cri proportion 30.9% #2',
      'cr-cri contrast p-only P<.0001 1-sided',
      'os median 7.7 months 95[6.0,9.2] #1',
      'os median 6.2 months #2',
      'os contrast HR 0.751 97.5[0.588,0.959] P=.0105 1-sided',
      'os landmark 22.8% @2 years #1',
      'os landmark 10.0% @2 years #2',
      'pfs median 5.0 months #1',
      'pfs median 1.7 months #2',
      'pfs contrast HR 0.450 97.5[0.348,0.581] P<.0001 1-sided',
    ],
  ],
  [
    `Sixty-three adults with newly diagnosed disease were enrolled. A molecular response at the end of the second cycle was reached in 29 of 55 patients (60%; 95% CI, 43 to 64). At a median follow-up of 18 months, overall survival was 95% (95% CI, 90 to 100) and disease-free survival was 88% (95% CI, 80 to 97). A total of 21 adverse events of grade 3 or higher were recorded.`,
    [
      'enrolled count 63 patients',
      'mrd-negativity proportion 29/55 60% 95[43,64] !',
      'follow-up follow-up 18 months',
      'os landmark 95% @median-follow-up 18 months 95[90,100]',
      'dfs landmark 88% @median-follow-up 18 months 95[80,97]',
    ],
  ],
  [
    `Forty-two patients (median age, 7.5 years; range 1.2-24.0) were treated at dose level 1 or 2. CRS grade ≥3 was seen in 7 of 42 (16.7%), neurotoxicity in 18 of 42 (42.9%). CR: 39/42 (92.9%). Median time to response was 28 days. EFS at 12 months, 50.8% (95% CI 36.9–69.9); OS at 12 months, 69.5% (95% CI 55.8–86.5).`,
    [
      'age median 7.5 years range[1.2,24.0]',
      'treated count 42 patients',
      'crs adverse-event g≥3 7/42 16.7%',
      'neurotoxicity adverse-event g? 18/42 42.9%',
      'cr proportion 39/42 92.9%',
      'time-to-response median 28 days',
      'efs landmark 50.8% @12 months 95[36.9,69.9]',
      'os landmark 69.5% @12 months 95[55.8,86.5]',
    ],
  ],
  [
    `Infections were counted in 133 adults. The infection density was 1.19 per 100 days at risk. Thirty patients (23%) had 43 infections within 28 days. Six infections (5%) were life-threatening, and deaths occurred in 1.5%. By multivariable analysis, the adjusted hazard ratio was 1.41 (95% CI, 1.02-1.95; P = .04) for each prior regimen.`,
    ['? contrast HR 1.41 95[1.02,1.95] P=.04', 'infection adverse-event 30 23%', 'death proportion 1.5%'],
  ],
];
