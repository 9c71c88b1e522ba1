-- All vehicles on the last month-end of the period.
SELECT NULL AS agency, SUM(vehicles) AS numerator, 1 AS denominator
FROM vehicle
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM vehicle WHERE retired_by IS NULL AND day >= :start AND day < :stop)
UNION ALL
SELECT agency_id, SUM(vehicles), 1
FROM vehicle
WHERE retired_by IS NULL
  AND day = (SELECT MAX(day) FROM vehicle WHERE retired_by IS NULL AND day >= :start AND day < :stop)
GROUP BY agency_id
