# Makes tests/golden/subgroups.json: subgroups pooled apart by R metafor 3.8 and compared, for
# tests/unit/stats/subgroups.test.ts.
#
#   apt-get install -y --no-install-recommends r-base-core r-cran-metafor     (Debian 12)
#   Rscript tests/golden/subgroups.R > tests/golden/subgroups.json
suppressMessages(library(metafor))
stopifnot(packageVersion("metafor") >= "3.8", packageVersion("metafor") < "3.9")

number <- function(x) format(x, digits = 13, scientific = NA)
array <- function(x) paste0("[", paste(x, collapse = ","), "]")
text <- function(x) paste0('"', x, '"')

# Counts: PLO and PAS of dat.pritz1997 in three parts, and of made-up studies, one subgroup of which is one study alone.
pritz <- escalc("PLO", xi = xi, ni = ni, data = dat.pritz1997, to = "only0")
made <- data.frame(events = c(54, 32, 18, 61, 9, 14, 12), total = c(75, 53, 21, 75, 9, 30, 25))
plo <- escalc("PLO", xi = events, ni = total, data = made, to = "only0")
pas <- escalc("PAS", xi = events, ni = total, data = made, to = "only0")
# Ratios: risk ratios of dat.bcg by allocation, and by hemisphere of latitude.
bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)

case <- function(name, e, groups, method, test) {
  control <- if (method == "PM") list(tol = 1e-14, maxiter = 1000) else list(threshold = 1e-14, maxiter = 20000)
  fits <- lapply(unique(groups), function(g) rma(yi, vi, data = e[groups == g, ], method = method, test = test, control = control))
  estimates <- data.frame(estimate = sapply(fits, coef), se = sapply(fits, function(f) f$se))
  between <- rma(estimate, sei = se, data = estimates, method = "FE")
  # The same test as that of a moderator with one level a subgroup.
  moderated <- rma(estimate, sei = se, mods = ~ factor(seq_along(fits)), data = estimates, method = "FE")
  stopifnot(all.equal(between$QE, moderated$QM))
  fit <- function(f) array(number(c(f$beta, f$se, f$ci.lb, f$ci.ub, f$tau2)))
  paste0('{"name":', text(name), ',"method":', text(method), ',"test":', text(test),
    ',\n"yi":', array(number(as.numeric(e$yi))), ',\n"vi":', array(number(e$vi)), ',\n"groups":', array(match(groups, unique(groups))),
    ',\n"pooled":', array(sapply(fits, fit)), ',\n"between":', array(number(c(between$QE, length(fits) - 1, between$QEp))), "}")
}

thirds <- rep(1:3, length.out = nrow(pritz))
unequal <- c(1, 1, 1, 1, 2, 3, 3)
cat('{\n"made":', text(paste0("tests/golden/subgroups.R, ", R.version.string, ", metafor ", packageVersion("metafor"))), ",\n", sep = "")
cat('"figures":["estimate","se","ci.low","ci.high","tau2"],\n"cases":[\n')
cat(paste(c(
  case("pritz1997 in thirds", pritz, thirds, "REML", "knha"),
  case("pritz1997 in thirds", pritz, thirds, "DL", "z"),
  case("pritz1997 in thirds", pritz, thirds, "PM", "adhoc"),
  case("made up, PLO, one study alone", plo, unequal, "REML", "z"),
  case("made up, PLO, one study alone", plo, unequal, "ML", "adhoc"),
  case("made up, PAS, one study alone", pas, unequal, "REML", "knha"),
  case("bcg by allocation", bcg, dat.bcg$alloc, "REML", "knha"),
  case("bcg by allocation", bcg, dat.bcg$alloc, "FE", "z"),
  case("bcg by latitude", bcg, dat.bcg$ablat >= 35, "REML", "z"),
  case("bcg by latitude", bcg, dat.bcg$ablat >= 35, "ML", "knha")
), collapse = ",\n"))
cat("\n]}\n")
