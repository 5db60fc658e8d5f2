"""Puts copies of part 0 into a dataset, each as a part of its own, with other ids of its studies and figures.

copies.py DATASET COPIES
"""

import sys

import duckdb

dataset, copies = sys.argv[1], int(sys.argv[2])
connection = duckdb.connect()
for table, ids in {"facts": ["trial_id", "outcome_id"], "inputs": ["study", "outcome_id"]}.items():
    files = f"{dataset}/{table}/*/*/part-0.parquet"
    for number in range(1, copies):
        renamed = ", ".join(f"regexp_replace({column}, '^[^/]+', '\\0-copy{number}') AS {column}" for column in ids)
        connection.execute(
            f"COPY (SELECT * REPLACE ({renamed}) FROM read_parquet('{files}', hive_partitioning = true)) "
            f"TO '{dataset}/{table}' (FORMAT parquet, PARTITION_BY (endpoint, year), FILENAME_PATTERN 'part-{number}', OVERWRITE_OR_IGNORE)"
        )
