# Makes tests/golden/pooling.json: what R metafor 3.8 says of many datasets, for tests/unit/stats/pooling.test.ts.
#
#   apt-get install -y --no-install-recommends r-base-core r-cran-metafor     (Debian 12)
#   Rscript tests/golden/pooling.R > tests/golden/pooling.json                (about a minute)
#
# Whether metafor answers at all is decided with its default control. Where it does, the figures are those of the same call
# with an iteration that goes on to (nearly) all digits: by default τ² holds to about 1e-5 only.
suppressMessages(library(metafor))
stopifnot(packageVersion("metafor") >= "3.8", packageVersion("metafor") < "3.9")
options(warn = -1)

methods <- c("FE", "DL", "PM", "ML", "REML")
tests <- c("z", "knha", "adhoc")
figures <- c("estimate", "se", "ci.low", "ci.high", "prediction.low", "prediction.high", "tau2", "i2", "h2", "q.value", "q.df",
  "q.p", "back.estimate", "back.ci.low", "back.ci.high", "back.prediction.low", "back.prediction.high")
back <- list(PLO = transf.ilogit, PR = function(x) x, PAS = transf.iarcsin, GEN = exp)

# Datasets: counts(name, source, events, total) or ratios(name, source, estimate, low, high, level) ----------------------

datasets <- list()
counts <- function(name, source, events, total, levels = 95)
  datasets[[length(datasets) + 1]] <<- list(name = name, source = source, levels = levels,
    rows = data.frame(events = as.numeric(events), total = as.numeric(total)))
ratios <- function(name, source, estimate, low, high, level = 95, levels = 95)
  datasets[[length(datasets) + 1]] <<- list(name = name, source = source, levels = levels,
    rows = data.frame(estimate, low, high, level = rep_len(level, length(estimate))))
# The intervals that a paper would have printed, to so many digits, at levels that may differ by study.
intervals <- function(name, source, yi, vi, level = 95, digits = 4, levels = 95) {
  level <- rep_len(level, length(yi))
  half <- qnorm((100 - level) / 200, lower.tail = FALSE) * sqrt(vi)
  ratios(name, source, signif(exp(yi), digits), signif(exp(yi - half), digits), signif(exp(yi + half), digits), level, levels)
}
twoArms <- function(name, source, measure, x1, n1, x2, n2, level = 95) {
  e <- escalc(measure = measure, ai = x1, n1i = n1, ci = x2, n2i = n2)
  known <- !is.na(e$yi)
  intervals(name, paste0(source, ", log ", measure), as.numeric(e$yi)[known], e$vi[known], level)
}

counts("platform", "the golden of the design", c(54, 32, 18, 61), c(75, 53, 21, 75), c(95, 90, 99, 50))
counts("one", "made up", 18, 21, c(95, 90))
counts("one-zero", "made up: a zero cell", 0, 14)
counts("one-full", "made up: a full cell", 9, 9)
counts("one-of-one", "made up: the smallest study", 1, 1)
counts("two", "made up", c(18, 30), c(21, 60), c(95, 99))
counts("two-alike", "made up: the same study twice", c(12, 12), c(20, 20))
counts("two-extremes", "made up: none and all", c(0, 25), c(30, 25))
counts("three", "made up", c(18, 30, 11), c(21, 60, 40))
counts("three-zero", "made up: zero cells only", c(0, 0, 0), c(10, 25, 4))
counts("three-full", "made up: full cells only", c(10, 25, 4), c(10, 25, 4))
counts("five", "made up: response rates", c(7, 12, 31, 20, 44), c(15, 18, 40, 41, 58), c(95, 80, 99.9))
counts("five-alike", "made up: the same study five times", rep(7, 5), rep(11, 5))
counts("five-proportional", "made up: one rate, many sizes", c(2, 20, 200, 6, 50), c(5, 50, 500, 15, 125))
counts("five-mixed", "made up: zero, full and other cells", c(0, 5, 3, 12, 8), c(12, 5, 9, 12, 30))
counts("five-huge", "made up: huge heterogeneity", c(3, 990, 40, 700, 1), c(1000, 1000, 800, 1400, 900))
counts("five-large", "made up: registries", c(51234, 49871, 50502, 12003, 80417), c(100000, 99000, 101500, 24100, 160300))
counts("five-uneven", "made up: one study outweighs all", c(1, 2, 50321, 1, 3), c(3, 4, 100000, 2, 5))
counts("seven-rare", "made up: rare deaths", c(0, 1, 0, 2, 1, 0, 3), c(38, 75, 21, 104, 55, 16, 189))
counts("ten-near", "made up: nearly everybody", c(19, 40, 33, 12, 58, 25, 71, 9, 44, 30), c(20, 41, 33, 12, 60, 26, 71, 10, 45, 30))
set.seed(20261121)
n20 <- sample(8:120, 20, TRUE); counts("twenty", "simulated: sd of logits 0.6", rbinom(20, n20, plogis(rnorm(20, 0.8, 0.6))), n20, c(95, 90))
n20 <- sample(8:60, 20, TRUE); counts("twenty-homogeneous", "simulated: one rate", rbinom(20, n20, 0.42), n20)
n20 <- sample(5:40, 20, TRUE); counts("twenty-rare", "simulated: rate 3 %, many zeros", rbinom(20, n20, 0.03), n20)
n20 <- sample(20:400, 20, TRUE); counts("twenty-huge", "simulated: sd of logits 3", rbinom(20, n20, plogis(rnorm(20, 0, 3))), n20)
n100 <- sample(5:300, 100, TRUE); counts("hundred", "simulated: sd of logits 0.5", rbinom(100, n100, plogis(rnorm(100, -0.5, 0.5))), n100)
n100 <- sample(5:80, 100, TRUE); counts("hundred-homogeneous", "simulated: one rate", rbinom(100, n100, 0.8), n100)
counts("pritz1997", "dat.pritz1997", dat.pritz1997$xi, dat.pritz1997$ni)
counts("debruin2009", "dat.debruin2009", dat.debruin2009$xi, dat.debruin2009$ni)
counts("hannum2020", "dat.hannum2020", dat.hannum2020$xi, dat.hannum2020$ni)
counts("bcg-control", "dat.bcg, unvaccinated", dat.bcg$cpos, dat.bcg$cpos + dat.bcg$cneg)
counts("bcg-vaccinated", "dat.bcg, vaccinated", dat.bcg$tpos, dat.bcg$tpos + dat.bcg$tneg)
counts("egger2001", "dat.egger2001, magnesium", dat.egger2001$ai, dat.egger2001$n1i)
counts("hine1989", "dat.hine1989, lidocaine", dat.hine1989$ai, dat.hine1989$n1i)
counts("nielweise2007", "dat.nielweise2007, treated catheters", dat.nielweise2007$ai, dat.nielweise2007$n1i)
counts("lee2004", "dat.lee2004, P6 stimulation", dat.lee2004$ai, dat.lee2004$n1i)
counts("pagliaro1992", "dat.pagliaro1992, untreated", with(dat.pagliaro1992, xi[trt == "control"]), with(dat.pagliaro1992, ni[trt == "control"]))
counts("hasselblad1998", "dat.hasselblad1998, no contact", with(dat.hasselblad1998, xi[trt == "no_contact"]), with(dat.hasselblad1998, ni[trt == "no_contact"]))

ratios("hr-one", "made up", 0.45, 0.34, 0.61, 97.5, c(95, 90))
ratios("hr-two", "made up: two levels", c(0.45, 0.70), c(0.34, 0.50), c(0.61, 0.98), c(97.5, 95))
ratios("hr-three", "made up", c(0.65, 0.82, 0.74), c(0.48, 0.61, 0.52), c(0.88, 1.10, 1.05))
ratios("hr-five", "made up: four levels", c(0.42, 0.66, 0.93, 1.21, 0.58), c(0.27, 0.45, 0.70, 0.80, 0.41), c(0.65, 0.97, 1.24, 1.83, 0.82), c(95, 90, 99, 95, 80), c(95, 99))
ratios("hr-alike", "made up: the same study four times", rep(0.8, 4), rep(0.6, 4), rep(1.0667, 4))
ratios("hr-huge", "made up: huge heterogeneity", c(0.002, 0.9, 300, 1.1, 45), c(0.001, 0.8, 150, 1.0, 30), c(0.004, 1.01, 600, 1.21, 67.5))
ratios("hr-beyond", "made up: so far apart that PM of metafor has no bound", c(1e-9, 1.0, 1.01, 1.02, 1.03, 0.99, 1e12), c(9e-10, 0.99, 1, 1.01, 1.02, 0.98, 9e11), c(1.1e-9, 1.01, 1.02, 1.03, 1.04, 1, 1.1e12))
with(dat.bcg, twoArms("bcg-rr", "dat.bcg", "RR", tpos, tpos + tneg, cpos, cpos + cneg))
with(dat.bcg, twoArms("bcg-or", "dat.bcg", "OR", tpos, tpos + tneg, cpos, cpos + cneg, rep_len(c(95, 90, 97.5, 99), 13)))
with(dat.collins1985a, twoArms("collins1985a", "dat.collins1985a", "OR", b.xti, nti, b.xci, nci))
with(dat.collins1985b, twoArms("collins1985b", "dat.collins1985b", "OR", pre.xti, pre.nti, pre.xci, pre.nci))
with(dat.egger2001, twoArms("egger2001-or", "dat.egger2001", "OR", ai, n1i, ci, n2i))
with(dat.li2007, twoArms("li2007", "dat.li2007", "OR", ai, n1i, ci, n2i))
with(dat.linde2005, twoArms("linde2005", "dat.linde2005", "RR", ai, n1i, ci, n2i))
with(dat.lau1992, twoArms("lau1992", "dat.lau1992", "OR", ai, n1i, ci, n2i))
with(dat.hahn2001, twoArms("hahn2001", "dat.hahn2001", "RR", ai, n1i, ci, n2i))
with(dat.graves2010, twoArms("graves2010", "dat.graves2010", "RR", ai, n1i, ci, n2i))
with(dat.hackshaw1998, ratios("hackshaw1998", "dat.hackshaw1998, as printed", or, or.lb, or.ub))
v20 <- exp(rnorm(20, -3, 1)); intervals("hr-twenty", "simulated: sd of logs 0.2", rnorm(20, -0.3, sqrt(v20 + 0.04)), v20, c(95, 99))
v100 <- exp(rnorm(100, -3, 1)); intervals("hr-hundred", "simulated: sd of logs 0.3", rnorm(100, -0.2, sqrt(v100 + 0.09)), v100)
v100 <- exp(rnorm(100, -2, 1)); intervals("hr-hundred-homogeneous", "simulated: no heterogeneity", rnorm(100, -0.2, sqrt(v100)), v100)
# Fisher scoring runs in circles on these.
intervals("circles-ten", "found by trial", c(1.30, 1.94, 0.70, 0.36, 1.31, 0.46, 1.24, 0.71, 0.35, 0.77), c(0.640, 0.421, 0.992, 0.058, 0.756, 0.634, 0.79, 0.596, 0.457, 0.935), digits = 8)
intervals("circles-eight", "found by simulation", c(-0.411, -0.166, -0.725, 0.311, 0.024, -0.158, -0.096, -0.173), c(0.173, 0.081, 0.313, 0.018, 0.111, 0.148, 0.237, 0.187), digits = 8)
intervals("circles-seven", "found by simulation", c(0.372, -0.558, 0.561, 0.008, -0.19, -0.378, 0.037), c(0.501, 0.675, 0.283, 0.663, 0.646, 0.004, 0.858), digits = 8)
intervals("circles-ml", "found by simulation", c(-0.138, 1.268, 0.561, 0.094, -0.334, 1.532, -1.066), c(0.392, 0.576, 0.137, 0.005, 0.065, 0.51, 0.324), digits = 8)
intervals("circles-four", "found by simulation", c(-1.562, -0.043, -0.753, -1.186), c(1.361, 0.108, 0.031, 0.23), digits = 8)

# Results -------------------------------------------------------------------------------------------------------------

effects <- function(rows, measure) {
  if (measure == "GEN") {
    z <- qnorm((100 - rows$level) / 200, lower.tail = FALSE)
    return(data.frame(yi = log(rows$estimate), vi = (log(rows$high / rows$low) / (2 * z))^2))
  }
  e <- escalc(measure, xi = rows$events, ni = rows$total, to = "only0")
  data.frame(yi = as.numeric(e$yi), vi = e$vi)
}

# NULL where metafor refuses. Leaving tests aside, τ² is the same; so it is estimated once and for all.
tightControl <- function(e, method) {
  plain <- tryCatch(rma(yi, vi, data = e, method = method), error = function(error) NULL)
  if (is.null(plain)) return(NULL)
  scale <- max(1 / mean(1 / e$vi), 1e-12) + plain$tau2
  if (method == "PM") list(tol = 1e-15 * scale, maxiter = 1000) else list(threshold = 1e-14 * scale, maxiter = 20000)
}

result <- function(e, measure, method, test, level, control) {
  r <- rma(yi, vi, data = e, method = method, test = test, level = level, control = control)
  hasPrediction <- r$k >= 3 && method != "FE"
  plain <- predict(r)
  transformed <- predict(r, transf = back[[measure]])
  prediction <- function(p) if (hasPrediction) c(p$pi.lb, p$pi.ub) else c(NA, NA)
  c(r$beta, r$se, r$ci.lb, r$ci.ub, prediction(plain), r$tau2, r$I2, r$H2, r$QE, r$k - 1, r$QEp,
    transformed$pred, transformed$ci.lb, transformed$ci.ub, prediction(transformed))
}

number <- function(x) ifelse(is.na(x), "null", vapply(x, function(v) format(v, digits = 13, scientific = NA), ""))
exact <- function(x) vapply(x, function(v) format(v, digits = 15), "")
array <- function(x) paste0("[", paste(x, collapse = ","), "]")
text <- function(x) paste0('"', x, '"')

resultsOf <- function(d) {
  out <- c()
  for (measure in if ("events" %in% names(d$rows)) c("PLO", "PR", "PAS") else "GEN") {
    e <- effects(d$rows, measure)
    for (method in methods) {
      control <- tightControl(e, method)
      for (level in d$levels) for (test in tests) {
        value <- if (is.null(control)) "null" else array(number(result(e, measure, method, test, level, control)))
        out <- c(out, array(c(text(measure), text(method), text(test), level, value)))
      }
    }
  }
  out
}

# leave1out() and cumul() of the datasets named: estimate, ci.low, ci.high, q, tau2, i2 of each step.
partsOf <- function(name, measure, method, test) {
  d <- Filter(function(d) d$name == name, datasets)[[1]]
  e <- effects(d$rows, measure)
  r <- rma(yi, vi, data = e, method = method, test = test, control = tightControl(e, method))
  steps <- function(p) array(vapply(seq_along(p$estimate), function(i)
    array(number(c(p$estimate[i], p$ci.lb[i], p$ci.ub[i], p$Q[i], if (is.null(p$tau2)) 0 else p$tau2[i], p$I2[i]))), ""))
  paste0('{"dataset":', text(name), ',"measure":', text(measure), ',"method":', text(method), ',"test":', text(test),
    ',"leaveOneOut":', steps(leave1out(r)), ',"cumulative":', steps(cumul(r)), "}")
}

cat('{\n"made":', text(paste0("tests/golden/pooling.R, ", R.version.string, ", metafor ", packageVersion("metafor"))), ",\n", sep = "")
cat('"figures":', array(text(figures)), ',\n"datasets":[\n', sep = "")
cat(paste(vapply(datasets, function(d) paste0('{"name":', text(d$name), ',"source":', text(d$source),
  ',"columns":', array(text(names(d$rows))), ',\n"rows":', array(apply(d$rows, 1, function(row) array(exact(row)))),
  ',\n"results":[\n', paste(resultsOf(d), collapse = ",\n"), "]}"), ""), collapse = ",\n"))
cat('\n],\n"parts":[\n')
cat(paste(c(partsOf("platform", "PLO", "REML", "knha"), partsOf("five", "PAS", "DL", "z"), partsOf("pritz1997", "PLO", "PM", "adhoc"),
  partsOf("hr-five", "GEN", "ML", "z"), partsOf("bcg-rr", "GEN", "REML", "knha"), partsOf("bcg-or", "GEN", "FE", "z")), collapse = ",\n"))
cat("\n]}\n")
