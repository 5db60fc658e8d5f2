# Makes tests/golden/egger.json: Egger's test by R metafor 3.8, for tests/unit/stats/egger.test.ts.
#
#   Rscript tests/golden/egger.R > tests/golden/egger.json
suppressMessages(library(metafor))
number <- function(x) format(x, digits = 15, scientific = NA)
array <- function(x) paste0("[", paste(vapply(x, number, ""), collapse = ","), "]")
case <- function(name, yi, vi) {
  r <- regtest(as.numeric(yi), vi, model = "lm", predictor = "sei")
  b <- coef(summary(r$fit))
  paste0('{"name":"', name, '","yi":', array(as.numeric(yi)), ',"vi":', array(vi), ',\n"egger":', array(c(b[2, 1], b[2, 2], r$zval, r$dfs, r$pval, r$est)), "}")
}
bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
magnesium <- escalc("OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.egger2001)
pritz <- escalc("PLO", xi = xi, ni = ni, data = dat.pritz1997, to = "only0")
debruin <- escalc("PAS", xi = xi, ni = ni, data = dat.debruin2009, to = "only0")
cat('{"made":"tests/golden/egger.R, ', R.version.string, ", metafor ", as.character(packageVersion("metafor")), '",\n"egger":["slope","se","t","df","p","limit"],\n"cases":[\n', sep = "")
cat(paste(c(case("bcg", bcg$yi, bcg$vi), case("egger2001", magnesium$yi, magnesium$vi), case("pritz1997", pritz$yi, pritz$vi),
  case("debruin2009", debruin$yi, debruin$vi)), collapse = ",\n"), "\n]}\n", sep = "")
