# Makes tests/golden/distributions.json: quantiles of Student's t and tails of chi-squared, for
# tests/unit/stats/distributions.test.ts.
#
#   Rscript tests/golden/distributions.R > tests/golden/distributions.json
number <- function(x) formatC(x, digits = 17, format = "g")
array <- function(x) paste0("[", paste(x, collapse = ","), "]")

p <- c(1e-8, 1e-6, 1e-4, 0.001, 0.01, 0.0101, 0.05, 0.1, 0.2, 0.5, 0.8, 0.95, 0.999)
cat('{\n"made":"tests/golden/distributions.R, ', R.version.string, '",\n', sep = "")
cat('"p":', array(number(p)), ',\n"t":[\n', sep = "")
cat(paste(vapply(1:200, function(df) array(number(qt(p / 2, df, lower.tail = FALSE))), ""), collapse = ",\n"))
# For each df the places at which the tail has these probabilities, and some on which it cannot be reached by them.
x <- function(df) signif(c(qchisq(p, df, lower.tail = FALSE), df / 100, 4 * df, 700, 1400), 6)
cat('\n],\n"chiSquared":[\n')
cat(paste(vapply(1:200, function(df) paste0('{"x":', array(number(x(df))), ',"tail":',
  array(number(pchisq(x(df), df, lower.tail = FALSE))), "}"), ""), collapse = ",\n"))
cat("\n]}\n")
