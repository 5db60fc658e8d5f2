"""Pools log odds: FE, DL and PM with statsmodels, ML and REML with PyMARE. Events and totals in, figures out, as JSON."""

import json
import sys

import numpy as np


def log_odds(events, totals):
    x, n = np.array(events, float), np.array(totals, float)
    if ((x == 0) | (x == n)).any():
        # Half a patient in each cell of a study that lacks one.
        added = np.where((x == 0) | (x == n), 0.5, 0)
        x, n = x + added, n + 2 * added
    return np.log(x / (n - x)), 1 / x + 1 / (n - x)


def with_statsmodels(y, v, method):
    from statsmodels.stats.meta_analysis import combine_effects

    found = combine_effects(y, v, method_re={"DL": "chi2", "PM": "iterated"}.get(method, "chi2"))
    if method == "FE":
        return {"estimate": found.mean_effect_fe, "se": found.sd_eff_w_fe, "tau2": 0}
    return {
        "estimate": found.mean_effect_re,
        "se": found.sd_eff_w_re,
        "seKnha": found.sd_eff_w_re_hksj,
        "tau2": found.tau2,
        "q": found.q,
    }


def with_pymare(y, v, method):
    from pymare import Dataset
    from pymare.estimators import VarianceBasedLikelihoodEstimator

    summary = VarianceBasedLikelihoodEstimator(method=method).fit_dataset(Dataset(y=y, v=v)).summary()
    return {"estimate": float(np.ravel(summary.get_fe_stats()["est"])[0]), "tau2": float(np.ravel(summary.tau2)[0])}


asked = json.load(sys.stdin)
found = []
for one in asked:
    y, v = log_odds(one["events"], one["totals"])
    found.append((with_pymare if one["method"] in ("ML", "REML") else with_statsmodels)(y, v, one["method"]))
print(json.dumps([{key: float(value) for key, value in each.items()} for each in found]))
