/**
 * Programs that pool an endpoint from the API in some ten lines, by their file; tests/clients/data.test.ts
 * runs each as it stands here. Both pool as DerSimonian and Laird did, so that a program without a library
 * for it can give the same result.
 *
 * @param api the root of the API, with a slash at its end
 * @param endpoint one that can be pooled as proportions
 */
export function poolingExamples(api: string, endpoint: string): Record<'pool.R' | 'pool.py', string> {
  return {
    'pool.R': `library(metafor)
api <- "${api}"
inputs <- read.csv(paste0(api, "endpoints/${endpoint}/inputs.csv"), na.strings = "", fileEncoding = "UTF-8")
studies <- subset(inputs, row == "proportion" & as.logical(usual))
pooled <- rma(measure = "PLO", xi = xi, ni = ni, data = studies, slab = study, method = "DL")
print(predict(pooled, transf = transf.ilogit), digits = 6)
`,
    'pool.py': `import json, math, urllib.request
api = "${api}"
rows = json.load(urllib.request.urlopen(api + "endpoints/${endpoint}/inputs.json"))["items"]
n = [(r["xi"], r["ni"] - r["xi"]) for r in rows if r["row"] == "proportion" and r["usual"]]
n = [(a + 0.5, b + 0.5) if 0 in (a, b) else (a, b) for a, b in n]
y, v, w = zip(*[(math.log(a / b), 1 / a + 1 / b, 1 / (1 / a + 1 / b)) for a, b in n])
def mean(w): return sum(a * b for a, b in zip(w, y)) / sum(w)
q = sum(a * (b - mean(w)) ** 2 for a, b in zip(w, y))
tau2 = max(0, (q - len(y) + 1) / (sum(w) - sum(a * a for a in w) / sum(w)))
w = [1 / (x + tau2) for x in v]
print(*[1 / (1 + math.exp(-mean(w) - z / math.sqrt(sum(w)))) for z in (0, -1.959964, 1.959964)])
`,
  };
}
