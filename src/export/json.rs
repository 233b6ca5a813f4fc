//! Analysis JSON, schema `kroniek/1`: offsets in Unicode code points.
