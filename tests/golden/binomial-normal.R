# Makes tests/golden/binomial-normal.json: the binomial-normal model of counts, by rma.glmm() of R metafor 3.8 (which lme4
# fits, to some five digits) and by maximising a likelihood that integrate() gives, for tests/unit/stats/binomial-normal.test.ts.
#
#   apt-get install -y --no-install-recommends r-base-core r-cran-metafor r-cran-lme4 r-cran-numderiv     (Debian 12)
#   Rscript tests/golden/binomial-normal.R > tests/golden/binomial-normal.json
suppressMessages(library(metafor))
stopifnot(packageVersion("metafor") >= "3.8", packageVersion("metafor") < "3.9")
options(warn = -1)

number <- function(x) ifelse(is.na(x), "null", vapply(x, function(v) format(v, digits = 13, scientific = NA), ""))
array <- function(x) paste0("[", paste(x, collapse = ","), "]")
text <- function(x) paste0('"', x, '"')

# Minus the log-likelihood of (mean, spread); the integrand is centred at its peak.
minus <- function(x, n) function(par) -sum(mapply(function(x, n) {
  f <- function(z) dbinom(x, n, plogis(par[1] + par[2] * z), log = TRUE) + dnorm(z, log = TRUE)
  peak <- optimize(f, c(-30, 30), maximum = TRUE, tol = 1e-10)
  h <- (f(peak$maximum + 1e-3) - 2 * f(peak$maximum) + f(peak$maximum - 1e-3)) / 1e-6
  w <- 1 / sqrt(-h)
  inside <- integrate(function(u) exp(f(peak$maximum + w * u) - peak$objective), -12, 12, rel.tol = 1e-12, subdivisions = 2000)
  log(inside$value * w) + peak$objective
}, x, n))

exact <- function(x, n, start) {
  f <- minus(x, n)
  found <- optim(start, f, method = "L-BFGS-B", lower = c(-20, 1e-7), control = list(factr = 1, pgtol = 0, maxit = 1000))
  for (i in 1:4) { # Newton steps with numerical derivatives, where the maximum is within
    if (found$par[2] < 1e-3) break
    found$par <- found$par - as.numeric(solve(numDeriv::hessian(f, found$par), numDeriv::grad(f, found$par)))
  }
  se <- if (found$par[2] < 1e-3) NA else sqrt(solve(numDeriv::hessian(f, found$par))[1, 1])
  c(found$par[1], se, if (found$par[2] < 1e-3) 0 else found$par[2]^2)
}

case <- function(name, x, n, test = "z", level = 95) {
  # Without an answer where lme4 finds no heterogeneity at all
  r <- tryCatch(rma.glmm(measure = "PLO", xi = x, ni = n, nAGQ = 25, test = test, level = level), error = function(e) NULL)
  p <- if (!is.null(r)) predict(r)
  metafor <- if (is.null(r)) "null" else array(number(c(r$beta, r$se, r$ci.lb, r$ci.ub, p$pi.lb, p$pi.ub, r$tau2, r$I2, r$H2,
    r$QE.LRT, r$k - 1, r$QEp.LRT)))
  start <- if (is.null(r)) c(qlogis(sum(x) / sum(n)), 0.1) else c(r$beta, max(sqrt(r$tau2), 0.05))
  paste0('{"name":', text(name), ',"test":', text(test), ',"level":', level, ',"events":', array(x), ',"total":', array(n),
    ',\n"exact":', array(number(exact(x, n, start))),
    ',\n"metafor":', metafor, "}")
}

set.seed(20261129)
n20 <- sample(8:120, 20, TRUE); x20 <- rbinom(20, n20, plogis(rnorm(20, 0.8, 0.6)))
n12 <- sample(5:40, 12, TRUE); x12 <- rbinom(12, n12, plogis(rnorm(12, -3, 0.8)))
cat('{\n"made":', text(paste0("tests/golden/binomial-normal.R, ", R.version.string, ", metafor ", packageVersion("metafor"), ", lme4 ", packageVersion("lme4"))), ",\n", sep = "")
cat('"exact":["estimate","se","tau2"],\n"metafor":["estimate","se","ci.low","ci.high","prediction.low","prediction.high","tau2","i2","h2","q.value","q.df","q.p"],\n"cases":[\n')
cat(paste(c(
  case("made up, response rates", c(7, 12, 31, 20, 44), c(15, 18, 40, 41, 58)),
  case("made up, response rates", c(7, 12, 31, 20, 44), c(15, 18, 40, 41, 58), "t", 90),
  case("made up, uneven", c(18, 20, 9, 30, 2), c(21, 34, 12, 60, 3)),
  case("made up, uneven", c(18, 20, 9, 30, 2), c(21, 34, 12, 60, 3), "t"),
  case("made up, one full and one empty", c(0, 5, 3, 12, 8), c(12, 5, 9, 12, 30)),
  case("made up, one rate in all", c(2, 20, 200, 6, 50), c(5, 50, 500, 15, 125)),
  case("made up, rare deaths", c(0, 1, 0, 2, 1, 0, 3), c(38, 75, 21, 104, 55, 16, 189)),
  case("dat.pritz1997", dat.pritz1997$xi, dat.pritz1997$ni, "t"),
  case("dat.debruin2009", dat.debruin2009$xi, dat.debruin2009$ni),
  case("simulated, sd of logits 0.6", x20, n20, "t"),
  case("simulated, rare", x12, n12)
), collapse = ",\n"))
cat("\n]}\n")
