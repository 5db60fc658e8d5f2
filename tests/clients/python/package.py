"""Validates a Data Package with frictionless: every row of every table against its schema."""

import json
import sys

from frictionless import Package

report = Package(sys.argv[1]).validate()
errors = [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors]
warnings = [f"{task.name}: {warning}" for task in report.tasks for warning in task.warnings]
rows = {task.name: task.stats["rows"] for task in report.tasks if "rows" in task.stats}
print(json.dumps({"valid": report.valid, "problems": [e.message for e in report.errors] + errors + warnings, "rows": rows}))
