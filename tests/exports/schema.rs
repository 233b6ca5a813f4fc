//! As much of JSON Schema as `docs/kroniek-1.schema.json` uses. A keyword that it does not know is an error,
//! so that nothing in the schema goes unchecked.

use serde_json::Value;

/// Checks a value, and says what is wrong with it and where.
pub fn check(root: &Value, value: &Value) -> Result<(), String> {
    within(root, root, value, "$")
}

fn within(root: &Value, schema: &Value, value: &Value, path: &str) -> Result<(), String> {
    for (keyword, rule) in schema.as_object().expect("a schema is an object") {
        let fits = match keyword.as_str() {
            "$schema" | "$id" | "title" | "description" | "$defs" | "additionalProperties" => true,
            "$ref" => {
                let name = rule.as_str().expect("a reference").trim_start_matches("#/$defs/");
                within(root, &root["$defs"][name], value, path)?;
                true
            }
            "type" => match rule.as_array() {
                Some(types) => types.iter().any(|kind| is(kind, value)),
                None => is(rule, value),
            },
            "const" => value == rule,
            "enum" => rule.as_array().expect("a list").contains(value),
            "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().expect("a number")),
            "maximum" => value.as_f64().is_none_or(|number| number <= rule.as_f64().expect("a number")),
            "anyOf" => {
                rule.as_array().expect("a list").iter().any(|rule| within(root, rule, value, path).is_ok())
            }
            "required" => value.as_object().is_none_or(|map| {
                rule.as_array()
                    .expect("a list")
                    .iter()
                    .all(|key| map.contains_key(key.as_str().expect("a key")))
            }),
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    within(root, rule, item, &format!("{path}[{index}]"))?;
                }
                true
            }
            "properties" => {
                for (key, item) in value.as_object().into_iter().flatten() {
                    match rule.get(key) {
                        Some(rule) => within(root, rule, item, &format!("{path}.{key}"))?,
                        None if schema["additionalProperties"] == false => {
                            return Err(format!("{path}: unknown key {key}"));
                        }
                        None => {}
                    }
                }
                true
            }
            other => panic!("the check does not know the keyword {other}"),
        };
        if !fits {
            return Err(format!("{path}: {keyword} {rule} does not fit {value}"));
        }
    }
    Ok(())
}

fn is(kind: &Value, value: &Value) -> bool {
    match kind.as_str().expect("a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        other => panic!("no such type: {other}"),
    }
}
