/** A tiny API without a slip, as pages: one type, one enumeration, three operations. */
const front = (title: string, kind: string): string => `---
title: "${title}"
doc_type: ${kind}
---
`;

export const permissionTable = `|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Parcel.Read.All, Parcel.ReadWrite.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Parcel.Read.All|`;

/** A resource page for a further type. */
export function resourcePage(type: string, text: string): string {
  return `${front(`${type} resource type`, "resourcePageType")}
# ${type} resource type

Namespace: microsoft.graph

${text}

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|Names it. Read-only.|
`;
}

const getParcel = `${front("Get parcel", "apiPageType")}
# Get parcel

Namespace: microsoft.graph

Reads where a parcel is.

## Permissions

${permissionTable}

## HTTP request

\`\`\`http
GET /parcels/{parcelId}
\`\`\`

## Optional query parameters

This method supports \`$select\`.

## Request body

Don't supply a request body for this method.

## Response

If successful, this method returns a \`200 OK\` response code and a [parcel](../resources/parcel.md) object in the response body.

## Examples

### Request

<!-- { "blockType": "request", "name": "get_parcel" } -->
\`\`\`http
GET https://graph.microsoft.com/v1.0/parcels/p-17
\`\`\`

### Response

<!-- { "blockType": "response", "@odata.type": "microsoft.graph.parcel" } -->
\`\`\`http
HTTP/1.1 200 OK
Content-Type: application/json

{
  "id": "p-17",
  "weight": 3,
  "state": "sent"
}
\`\`\`
`;

const createParcel = `${front("Create parcel", "apiPageType")}
# Create parcel

Namespace: microsoft.graph

Sends a parcel.

## Permissions

${permissionTable}

## HTTP request

\`\`\`http
POST /parcels
\`\`\`

## Request body

In the request body, supply a JSON object with these properties.

|Property|Type|Description|
|:---|:---|:---|
|weight|Int32|In kilograms. Required.|

## Response

If successful, this method returns a \`201 Created\` response code and a [parcel](../resources/parcel.md) object in the response body.

## Examples

### Request

<!-- { "blockType": "request", "name": "create_parcel" } -->
\`\`\`http
POST https://graph.microsoft.com/v1.0/parcels
Content-Type: application/json

{
  "weight": 3
}
\`\`\`

### Response

<!-- { "blockType": "response", "@odata.type": "microsoft.graph.parcel" } -->
\`\`\`http
HTTP/1.1 201 Created
Content-Type: application/json

{
  "id": "p-18",
  "weight": 3,
  "state": "sent"
}
\`\`\`
`;

const deleteParcel = `${front("Delete parcel", "apiPageType")}
# Delete parcel

Namespace: microsoft.graph

Takes a parcel back.

## Permissions

${permissionTable}

## HTTP request

\`\`\`http
DELETE /parcels/{parcelId}
\`\`\`

## Request body

Don't supply a request body for this method.

## Response

If successful, this method returns a \`204 No Content\` response code.

## Examples

### Request

<!-- { "blockType": "request", "name": "delete_parcel" } -->
\`\`\`http
DELETE https://graph.microsoft.com/v1.0/parcels/p-17
\`\`\`

### Response

<!-- { "blockType": "response" } -->
\`\`\`http
HTTP/1.1 204 No Content
\`\`\`
`;

const parcel = `${front("parcel resource type", "resourcePageType")}
# parcel resource type

Namespace: microsoft.graph

Something on its way.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|Names the parcel. Read-only.|
|weight|Int32|In kilograms.|
|state|parcelState|How far it has come. The possible values are: \`sent\`, \`delivered\`.|

## Relationships

None.

## JSON representation

<!-- { "blockType": "resource", "keyProperty": "id", "@odata.type": "microsoft.graph.parcel" } -->
\`\`\`json
{
  "@odata.type": "#microsoft.graph.parcel",
  "id": "String (identifier)",
  "weight": "Integer",
  "state": "String"
}
\`\`\`
`;

const enums = `${front("Enumerations of the parcel service", "resourcePageType")}
# Enumerations of the parcel service

Namespace: microsoft.graph

### parcelState values

|Member|Description|
|:---|:---|
|sent|On its way.|
|delivered|Handed over.|
`;

/** By path relative to the docs folder. */
export const parcels: Readonly<Record<string, string>> = {
  "api/parcel-get.md": getParcel,
  "api/parcel-post.md": createParcel,
  "api/parcel-delete.md": deleteParcel,
  "resources/enums.md": enums,
  "resources/parcel.md": parcel,
};
