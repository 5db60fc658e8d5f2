"""Asks DuckDB or Spark questions of a dataset that `almanac export parquet` wrote.

ask.py duckdb|spark DATASET < questions
Questions are one JSON object: the name of each, its SQL. The answer is a line of JSON for each: name, seconds, sorted rows.
"""

import json
import sys
import time


def duckdb_of(dataset):
    import duckdb

    connection = duckdb.connect()
    for table in ("facts", "inputs"):
        files = f"{dataset}/{table}/**/*.parquet"
        connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{files}', hive_partitioning = true)")
    return lambda sql: connection.execute(sql).fetchall(), connection.close


def spark_of(dataset):
    import os

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    import pyspark
    from pyspark.sql import SparkSession

    os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)
    spark = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.executor.memory", "1024m")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    for table in ("facts", "inputs"):
        spark.read.parquet(f"{dataset}/{table}").createOrReplaceTempView(table)
    return lambda sql: spark.sql(sql).collect(), spark.stop


def main():
    engine, dataset = sys.argv[1:]
    questions = json.load(sys.stdin)
    began = time.time()
    ask, close = {"duckdb": duckdb_of, "spark": spark_of}[engine](dataset)
    print(json.dumps({"name": "start", "seconds": time.time() - began, "rows": []}), flush=True)
    for name, sql in questions.items():
        began = time.time()
        rows = [list(row) for row in ask(sql)]
        seconds = time.time() - began
        print(json.dumps({"name": name, "seconds": seconds, "rows": rows}), flush=True)
    close()


main()
