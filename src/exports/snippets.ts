/**
 * How to load the files, in the words of one program. Each is run as it stands here by
 * tests/clients/data.test.ts.
 */
interface Snippet {
  program: string;
  /** What it needs beside the program itself. */
  needs?: string;
  code: string;
}

/**
 * The lines shown on /data/.
 *
 * @param data the address of the data folder, with a slash at its end
 * @param endpoint one for which there is a file for meta-analysis; undefined where there is none
 */
export function snippets(data: string, endpoint: string | undefined): Snippet[] {
  return [
    {
      program: 'R',
      code: `base <- "${data}"
outcomes <- read.csv(paste0(base, "outcomes.csv"), na.strings = "", fileEncoding = "UTF-8")
trials <- read.csv(paste0(base, "trials.csv"), na.strings = "", fileEncoding = "UTF-8")
joined <- merge(outcomes, trials, by = "trial_id", suffixes = c("", "_trial"))
subset(joined, kind == "proportion" & report_kind != "review", c(trial_id, endpoint, arm, events, total, value))`,
    },
    ...(endpoint ? [metafor(data, endpoint)] : []),
    {
      program: 'Python',
      code: `import csv, io, urllib.request

base = "${data}"
with urllib.request.urlopen(base + "outcomes.csv") as file:
    outcomes = list(csv.DictReader(io.TextIOWrapper(file, "utf-8", newline="")))
proportions = [row for row in outcomes if row["kind"] == "proportion" and row["report_kind"] != "review"]
print(len(outcomes), len(proportions), proportions[0]["endpoint"], proportions[0]["value"])`,
    },
    {
      program: 'Python',
      needs: 'pandas',
      code: `import json, urllib.request
import pandas as pd

base = "${data}"
package = json.load(urllib.request.urlopen(base + "datapackage.json"))
types = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}
tables = {
    resource["name"]: pd.read_csv(
        base + resource["path"],
        dtype={field["name"]: types[field["type"]] for field in resource["schema"]["fields"]},
        keep_default_na=False,
        na_values=[""],
    )
    for resource in package["resources"]
}
print(package["version"], package["contentHash"])
print(tables["outcomes"].merge(tables["trials"], on="trial_id", suffixes=("", "_trial")).groupby("setting").size())`,
    },
    {
      program: 'DuckDB',
      code: `SELECT trial_id, trial_setting, arm, events, total, value, ci_low, ci_high
FROM read_parquet('${data}evidence.parquet')
WHERE kind = 'proportion' AND report_kind <> 'review'
ORDER BY trial_id, outcome_id
LIMIT 10;`,
    },
  ];
}

function metafor(data: string, endpoint: string): Snippet {
  return {
    program: 'R',
    needs: 'metafor',
    code: `library(metafor)
base <- "${data}"
studies <- read.csv(paste0(base, "metafor/${endpoint}.csv"), na.strings = "", fileEncoding = "UTF-8")
studies <- subset(studies, row == "proportion" & as.logical(usual))
effects <- escalc(measure = "PLO", xi = xi, ni = ni, data = studies, slab = study)
pooled <- rma(yi, vi, data = effects, method = "REML", test = "knha")
predict(pooled, transf = transf.ilogit)`,
  };
}
