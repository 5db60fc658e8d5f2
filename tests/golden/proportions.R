# Intervals of proportions by R, for tests/unit/stats. Run in this folder: Rscript proportions.R > proportions.json
# binom.test and prop.test are R's own; R has no function for the others, so they are written out from their papers.
counts <- list(
  c(0, 1), c(1, 1), c(0, 2), c(1, 2), c(2, 2), c(1, 3), c(4, 12), c(10, 12), c(0, 21), c(1, 21), c(18, 21), c(20, 21), c(21, 21),
  c(8, 30), c(24, 34), c(34, 34), c(14, 53), c(58, 59), c(39, 65), c(64, 65), c(61, 75), c(0, 100), c(50, 100), c(100, 100),
  c(88, 109), c(121, 164), c(50, 162), c(255, 326), c(1, 1000), c(500, 1000), c(999, 1000), c(0, 5000), c(7, 5000), c(2500, 5000),
  c(4993, 5000), c(5000, 5000))
levels <- c(0.90, 0.95, 0.975, 0.99)

agresti.coull <- function(x, n, level) {
  z <- qnorm(1 - (1 - level) / 2); p <- (x + z^2 / 2) / (n + z^2)
  p + c(-1, 1) * z * sqrt(p * (1 - p) / (n + z^2))
}
wald <- function(x, n, level) x / n + c(-1, 1) * qnorm(1 - (1 - level) / 2) * sqrt(x / n * (1 - x / n) / n)
jeffreys <- function(x, n, level) {
  a <- (1 - level) / 2
  c(if (x == 0) 0 else qbeta(a, x + 0.5, n - x + 0.5), if (x == n) 1 else qbeta(1 - a, x + 0.5, n - x + 0.5))
}
pair <- function(ends) sprintf("[%.15g, %.15g]", max(0, ends[1]), min(1, ends[2]))

rows <- unlist(lapply(levels, function(level) sapply(counts, function(count) {
  x <- count[1]; n <- count[2]
  sprintf('  {"events": %d, "total": %d, "level": %g, "clopperPearson": %s, "wilson": %s, "wald": %s, "agrestiCoull": %s, "jeffreys": %s}',
    x, n, level, pair(binom.test(x, n, conf.level = level)$conf.int),
    pair(suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int),
    pair(wald(x, n, level)), pair(agresti.coull(x, n, level)), pair(jeffreys(x, n, level)))
})))
cat('[\n', paste(rows, collapse = ',\n'), '\n]\n', sep = '')
