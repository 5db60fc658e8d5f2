# Standard errors, z and P values of ratios by R, for tests/unit/stats. Run in this folder: Rscript ratios.R > ratios.json
ratios <- list(c(0.81, 0.70, 0.94, 0.95), c(0.45, 0.34, 0.61, 0.975), c(0.66, 0.45, 0.98, 0.95), c(0.90, 0.60, 1.35, 0.95),
  c(1.50, 1.10, 2.05, 0.95), c(2.00, 1.00, 4.00, 0.90), c(0.71, 0.55, 0.93, 0.99))
rows <- sapply(ratios, function(r) {
  se <- log(r[3] / r[2]) / (2 * qnorm(1 - (1 - r[4]) / 2)); z <- abs(log(r[1])) / se
  sprintf('  {"estimate": %g, "low": %g, "high": %g, "level": %g, "z": %.15g, "twoSided": %.15g, "oneSided": %.15g}',
    r[1], r[2], r[3], r[4], z, 2 * pnorm(-z), pnorm(-z))
})
cat('[\n', paste(rows, collapse = ',\n'), '\n]\n', sep = '')
